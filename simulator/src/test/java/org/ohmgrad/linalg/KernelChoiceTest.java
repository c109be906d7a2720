package org.ohmgrad.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {
    private static final boolean MODULE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    @Test
    void vectorsRunWhereTheirModuleIs() {
        assertEquals(MODULE, KernelChoice.isVector());
    }

    @Test
    void theSentenceNamesTheModule() {
        assertTrue(KernelChoice.sentence().startsWith(MODULE ? "vector" : "plain"), KernelChoice.sentence());
        assertTrue(KernelChoice.sentence().contains("jdk.incubator.vector"), KernelChoice.sentence());
    }

    @Test
    void aKernelIsFoundByItsName() {
        Width plain = () -> 64;
        assertEquals(MODULE, KernelChoice.best(Width.class, plain) != plain);
    }

    @Test
    void aKernelThatNobodyWroteInVectorsIsRefused() {
        if (MODULE) {
            assertThrows(LinkageError.class, () -> KernelChoice.best(Runnable.class, () -> {}));
        } else {
            KernelChoice.best(Runnable.class, () -> {}).run();
        }
    }

    /** The compiler passes over names that it does not find without a word. */
    @Test
    void everyLoopThatMustNotBeCopiedExists() throws IOException {
        List<String> wanted = Files.readAllLines(Path.of("kernels.hotspot")).stream()
                .filter(line -> line.startsWith("dontinline "))
                .map(line -> line.substring("dontinline ".length()))
                .toList();
        assertFalse(wanted.isEmpty());
        for (String name : wanted) {
            String[] parts = name.split("::", -1);
            Path source = Path.of("src/vector/java", parts[0].replace('.', '/') + ".java");
            String method = parts[1].equals("*") ? "class " : " " + parts[1] + "(";
            assertTrue(Files.readString(source).contains(method), name);
        }
    }
}
