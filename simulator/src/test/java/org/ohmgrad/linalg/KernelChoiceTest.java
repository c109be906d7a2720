package org.ohmgrad.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
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

    /** Prints which kernels run and one product of theirs. */
    static final class Product {
        private Product() {}

        public static void main(String[] args) {
            var product = new FMatrixRMaj(1, 1);
            Gemm.best()
                    .mult(new FMatrixRMaj(new float[][] {{2, 3}}), new FMatrixRMaj(new float[][] {{5}, {7}}), product);
            System.out.print(KernelChoice.sentence() + ": " + product.get(0, 0));
        }
    }

    @Test
    void withAccessToTheLoaderOfModulesVectorsRunAndJavaDoesNotWarn() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Product.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, java.waitFor(), said);
        assertTrue(said.matches("vector kernels, as Java has jdk.incubator.vector; \\d+ bits: 31\\.0"), said);
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
