package org.ohmgrad.linalg;

/**
 * Left operand of a product, read one number at a time: element (i, k) is
 * {@code data[i rowStep + k depthStep]}.
 */
final class LeftOperand {
    final float[] data;
    final int rowStep;
    final int depthStep;

    LeftOperand(float[] data, int rowStep, int depthStep) {
        this.data = data;
        this.rowStep = rowStep;
        this.depthStep = depthStep;
    }

    int at(int i, int k) {
        return i * rowStep + k * depthStep;
    }
}
