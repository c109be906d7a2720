package org.ohmgrad.linalg;

/** Holds the implementation that {@link Gemm#best} chose when first asked. */
final class BestGemm {
    static final Gemm INSTANCE = KernelChoice.best(Gemm.class, PlainGemm.INSTANCE);

    private BestGemm() {}
}
