"""Other people's readers: how tests ask them what an export says. docs/engineers/foreign-readers.md"""
