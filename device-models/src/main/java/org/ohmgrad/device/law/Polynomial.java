package org.ohmgrad.device.law;

/** A published polynomial in uS, evaluated in siemens. */
final class Polynomial {
    private static final double MICRO = 1e-6;

    private final double unit;
    private final double[] coefficients;

    private Polynomial(double unit, double... coefficients) {
        this.unit = unit;
        this.coefficients = coefficients;
    }

    /**
     * Values in uS of an argument without unit.
     *
     * @param unit conductance at which the argument is 1, siemens
     * @param coefficients in uS, lowest power first
     */
    static Polynomial inMicrosiemens(double unit, double... coefficients) {
        return new Polynomial(unit, coefficients);
    }

    /** Siemens from siemens. */
    double at(double siemens) {
        double x = siemens / unit;
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * x + coefficients[k];
        }
        return sum * MICRO;
    }
}
