package org.ohmgrad.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
