"""The languages that are parsed, and what to look for in each: one query of tree-sitter per language.

Captures: `function` and `type` (nodes with a `name` field), `branch` (a further path), `raise`, `call` (the name that is called),
`import` (what is imported) and `name` (what is imported from it).
"""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final, Literal

import tree_sitter_go
import tree_sitter_java
import tree_sitter_javascript
import tree_sitter_python
import tree_sitter_rust
import tree_sitter_typescript
from tree_sitter import Language, Parser, Query

LanguageName = Literal["Python", "JavaScript", "TypeScript", "Go", "Rust", "Java"]

_PYTHON: Final = """
(function_definition) @function
(class_definition) @type
[(if_statement) (elif_clause) (for_statement) (while_statement) (except_clause) (conditional_expression)
 (boolean_operator) (case_clause) (if_clause)] @branch
(raise_statement) @raise
(call function: [(identifier) @call (attribute attribute: (identifier) @call)])
(import_statement name: (dotted_name) @import)
(import_statement name: (aliased_import name: (dotted_name) @import))
(import_from_statement) @import
"""
_SCRIPT: Final = """
[(function_declaration) (generator_function_declaration) (method_definition)] @function
(variable_declarator value: [(arrow_function) (function_expression)]) @function
(class_declaration) @type
[(if_statement) (for_statement) (for_in_statement) (while_statement) (do_statement) (catch_clause) (ternary_expression)
 (switch_case)] @branch
(binary_expression operator: ["&&" "||" "??"]) @branch
(throw_statement) @raise
(call_expression function: [(identifier) @call (member_expression property: (property_identifier) @call)])
(import_statement source: (string) @import)
(export_statement source: (string) @import)
(call_expression function: [(identifier) (import)] @_loader arguments: (arguments (string) @import)
 (#match? @_loader "^(require|import)$"))
"""
_TYPES: Final = "[(interface_declaration) (type_alias_declaration) (enum_declaration) (abstract_class_declaration)] @type\n"
_GO: Final = """
[(function_declaration) (method_declaration)] @function
(type_spec) @type
[(if_statement) (for_statement) (expression_case) (type_case) (communication_case)] @branch
(binary_expression operator: ["&&" "||"]) @branch
(call_expression function: (identifier) @raise (#eq? @raise "panic"))
(call_expression function: [(identifier) @call (selector_expression field: (field_identifier) @call)])
(import_spec path: (interpreted_string_literal) @import)
"""
_RUST: Final = """
(function_item) @function
[(struct_item) (enum_item) (trait_item) (type_item)] @type
[(if_expression) (for_expression) (while_expression) (loop_expression) (match_arm)] @branch
(binary_expression operator: ["&&" "||"]) @branch
(macro_invocation macro: (identifier) @raise (#match? @raise "^(panic|bail|unreachable|todo|unimplemented)$"))
(call_expression function: [(identifier) @call (field_expression field: (field_identifier) @call)
 (scoped_identifier name: (identifier) @call)])
(use_declaration argument: (_) @import)
(mod_item !body name: (identifier) @import)
"""
_JAVA: Final = """
[(method_declaration) (constructor_declaration)] @function
[(class_declaration) (interface_declaration) (enum_declaration) (record_declaration)] @type
[(if_statement) (for_statement) (enhanced_for_statement) (while_statement) (do_statement) (catch_clause)
 (ternary_expression) (switch_label)] @branch
(binary_expression operator: ["&&" "||"]) @branch
(throw_statement) @raise
(method_invocation name: (identifier) @call)
(import_declaration (scoped_identifier) @import)
"""


@dataclass(frozen=True)
class Grammar:
    """How one language is read."""

    language: LanguageName
    pointer: object
    text: str

    @cached_property
    def parser(self) -> Parser:
        """A parser, made at first use."""
        return Parser(self._grammar)

    @cached_property
    def query(self) -> Query:
        """The query, compiled at first use."""
        return Query(self._grammar, self.text)

    @cached_property
    def _grammar(self) -> Language:
        return Language(self.pointer)


@cache
def grammars() -> dict[str, Grammar]:
    """The grammar of each file ending."""
    python = Grammar("Python", tree_sitter_python.language(), _PYTHON)
    script = Grammar("JavaScript", tree_sitter_javascript.language(), _SCRIPT)
    typed = Grammar("TypeScript", tree_sitter_typescript.language_typescript(), _SCRIPT + _TYPES)
    tsx = Grammar("TypeScript", tree_sitter_typescript.language_tsx(), _SCRIPT + _TYPES)
    go = Grammar("Go", tree_sitter_go.language(), _GO)
    rust = Grammar("Rust", tree_sitter_rust.language(), _RUST)
    java = Grammar("Java", tree_sitter_java.language(), _JAVA)
    return {
        **dict.fromkeys((".py", ".pyi"), python),
        **dict.fromkeys((".js", ".jsx", ".mjs", ".cjs"), script),
        **dict.fromkeys((".ts", ".mts", ".cts"), typed),
        ".tsx": tsx,
        ".go": go,
        ".rs": rust,
        ".java": java,
    }
