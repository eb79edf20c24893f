def draw(definition, data, language, previous=None):
    raise NotImplementedError
