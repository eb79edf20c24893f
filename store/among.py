"""`column` is one of many values given as one parameter, so that the statement stays the same."""

from typing import Any

from sqlalchemy import ARRAY, JSON, Column, ColumnElement, any_, bindparam, func, select
from sqlalchemy.ext.compiler import compiles


def among(column: Column[Any], name: str) -> ColumnElement[bool]:
    """The bind `name` takes a list of any length: of ids or of texts, as the column has them."""
    return _Among(column, name)


class _Among(ColumnElement[bool]):
    inherit_cache = False

    def __init__(self, column: Column[Any], name: str) -> None:
        self.column, self.name = column, name

    def get_children(self, **_how: Any) -> tuple[Column[Any]]:
        """What it looks at, so that its table is found in the statement."""
        return (self.column,)


@compiles(_Among, "sqlite")
def _on_sqlite(element: _Among, compiler: Any, **_how: Any) -> str:
    values = func.json_each(bindparam(element.name, type_=JSON())).table_valued("value")
    return str(compiler.process(element.column.in_(select(values.c.value))))


@compiles(_Among, "postgresql")
def _on_postgresql(element: _Among, compiler: Any, **_how: Any) -> str:
    """Not by a subquery of `unnest`: without statistics PostgreSQL joins all rows with that."""
    values = bindparam(element.name, type_=ARRAY(element.column.type))
    return f"({compiler.process(element.column == any_(values))})"
