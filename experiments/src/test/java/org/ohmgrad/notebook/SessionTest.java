package org.ohmgrad.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test of the notebooks would notice a bad one. */
class SessionTest {
    @ParameterizedTest
    @CsvSource({
        "int count = \"five\";, incompatible types",
        "undefined(3);, cannot find symbol",
        "int later() { return undefined(); }, RECOVERABLE",
        "throw new IllegalStateException(\"broken\");, broken",
        "void open() {, not complete"
    })
    void aBadSnippetIsNamed(String snippet, String why) {
        var scripts = List.of("int good = 1;\n" + snippet + "\n");
        var error = assertThrows(AssertionError.class, () -> Session.outputOf(scripts));
        assertTrue(error.toString().contains(why), error.getMessage());
        assertTrue(error.toString().contains(snippet), error.getMessage());
    }

    @Test
    void scriptsShareWhatTheyDeclare() {
        assertEquals(
                "3\n",
                Session.outputOf(
                        List.of("int a = 1;", "// two\nvar b = 2;\nSystem.out.print(a + b + \"\\n\");\n// end\n")));
    }
}
