package org.ohmgrad.crossbar.plane;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Pulses in vectors; what does not fill a vector is left to the plain loops. */
final class VectorPulseLoops implements PulseLoops {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();

    @Override
    public void fire(float[] siemens, int at, int[] pulses, float[] z, int count, EvenSteps own) {
        float[] lows = own.low();
        float[] highs = own.high();
        float[] ups = own.up();
        float[] downs = own.down();
        FloatVector ofStep = FloatVector.broadcast(FLOATS, own.ofStep());
        float ofRange = own.ofRange();
        int whole = FLOATS.loopBound(count);
        for (int k = 0; k < whole; k += LANES) {
            FloatVector number =
                    (FloatVector) IntVector.fromArray(INTS, pulses, k).convert(I2F, 0);
            FloatVector before = FloatVector.fromArray(FLOATS, siemens, at + k);
            FloatVector low = FloatVector.fromArray(FLOATS, lows, at + k);
            FloatVector high = FloatVector.fromArray(FLOATS, highs, at + k);
            VectorMask<Float> rises = number.compare(GT, 0);
            FloatVector size = FloatVector.fromArray(FLOATS, downs, at + k)
                    .blend(FloatVector.fromArray(FLOATS, ups, at + k), rises);
            FloatVector spread = size.fma(ofStep, high.sub(low).mul(ofRange))
                    .mul(number.abs().sqrt());
            FloatVector after = spread.fma(FloatVector.fromArray(FLOATS, z, k), number.fma(size, before));
            FloatVector held = after.blend(low, after.compare(LT, low)).blend(high, after.compare(GT, high));
            before.blend(held, number.compare(NE, 0)).intoArray(siemens, at + k);
        }
        PlainPulseLoops.fire(siemens, at, pulses, z, whole, count, own);
    }

    @Override
    public void move(float[] siemens, int at, PulseCounts counts, float[] z, int count, EvenSteps own) {
        float[] lows = own.low();
        float[] highs = own.high();
        float[] ups = own.up();
        float[] downs = own.down();
        float[] up = counts.up();
        float[] down = counts.down();
        float[] upVariance = counts.upVariance();
        float[] downVariance = counts.downVariance();
        FloatVector ofStep = FloatVector.broadcast(FLOATS, own.ofStep());
        float ofRange = own.ofRange();
        int whole = FLOATS.loopBound(count);
        for (int k = 0; k < whole; k += LANES) {
            FloatVector low = FloatVector.fromArray(FLOATS, lows, at + k);
            FloatVector high = FloatVector.fromArray(FLOATS, highs, at + k);
            FloatVector sizeUp = FloatVector.fromArray(FLOATS, ups, at + k);
            FloatVector sizeDown = FloatVector.fromArray(FLOATS, downs, at + k);
            FloatVector rest = high.sub(low).mul(ofRange);
            FloatVector spreadUp = sizeUp.fma(ofStep, rest);
            FloatVector spreadDown = sizeDown.fma(ofStep, rest);
            FloatVector numberUp = FloatVector.fromArray(FLOATS, up, k);
            FloatVector numberDown = FloatVector.fromArray(FLOATS, down, k);
            FloatVector ofUps = sizeUp.mul(sizeUp)
                    .fma(
                            FloatVector.fromArray(FLOATS, upVariance, k),
                            spreadUp.mul(spreadUp).mul(numberUp));
            FloatVector ofDowns = sizeDown.mul(sizeDown)
                    .fma(
                            FloatVector.fromArray(FLOATS, downVariance, k),
                            spreadDown.mul(spreadDown).mul(numberDown));
            FloatVector moved = numberUp.fma(
                    sizeUp, numberDown.fma(sizeDown.neg(), FloatVector.fromArray(FLOATS, siemens, at + k)));
            FloatVector after = ofUps.add(ofDowns).sqrt().fma(FloatVector.fromArray(FLOATS, z, k), moved);
            after.blend(low, after.compare(LT, low))
                    .blend(high, after.compare(GT, high))
                    .intoArray(siemens, at + k);
        }
        PlainPulseLoops.move(siemens, at, counts, z, whole, count, own);
    }

    @Override
    public int count(int[] taken, int at, int[] pulses, int count) {
        IntVector sum = IntVector.zero(INTS);
        int whole = INTS.loopBound(count);
        for (int k = 0; k < whole; k += LANES) {
            IntVector number = IntVector.fromArray(INTS, pulses, k).abs();
            IntVector.fromArray(INTS, taken, at + k).add(number).intoArray(taken, at + k);
            sum = sum.add(number);
        }
        return sum.reduceLanes(ADD) + PlainPulseLoops.count(taken, at, pulses, whole, count);
    }
}
