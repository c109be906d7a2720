package org.ohmgrad.linalg;

/**
 * Left operand of a product, read one number at a time: element (i, k) is
 * {@code data[i rowStep + k depthStep]}.
 */
record LeftOperand(float[] data, int rowStep, int depthStep) {

    int at(int i, int k) {
        return i * rowStep + k * depthStep;
    }
}
