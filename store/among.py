"""`column` is one of many values given as one parameter, so that the statement stays the same."""

from typing import Any

from sqlalchemy import ARRAY, JSON, Column, ColumnElement, bindparam, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import BinaryExpression


def among(column: Column[Any], name: str) -> BinaryExpression[bool]:
    """The bind `name` takes a list of any length: of ids or of texts, as the column has them."""
    return column.op("IN", is_comparison=True)(_Each(column, name))


class _Each(ColumnElement[Any]):
    """Each of the values, as rows."""

    inherit_cache = False

    def __init__(self, column: Column[Any], name: str) -> None:
        self.type, self.name = column.type, name


@compiles(_Each, "sqlite")
def _on_sqlite(element: _Each, compiler: Any, **_how: Any) -> str:
    values = func.json_each(bindparam(element.name, type_=JSON())).table_valued("value")
    return str(compiler.process(select(values.c.value).scalar_subquery()))


@compiles(_Each, "postgresql")
def _on_postgresql(element: _Each, compiler: Any, **_how: Any) -> str:
    values = bindparam(element.name, type_=ARRAY(element.type))
    return str(compiler.process(select(func.unnest(values)).scalar_subquery()))
