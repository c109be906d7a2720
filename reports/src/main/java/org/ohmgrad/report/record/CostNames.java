package org.ohmgrad.report.record;

import java.util.List;

/**
 * Names of what learning costs, in the {@code costs} of {@link Epoch}s and {@link RunRecord}s. Amounts that are absent are
 * zero; energies of single parts that are absent are unknown.
 */
public final class CostNames {
    /** Forward reads of training, one for each vector and tile. */
    public static final String FORWARD_READS = "forward_reads";

    /** Transposed reads of training and calibration. */
    public static final String TRANSPOSED_READS = "transposed_reads";

    /** Reads of test and validation examples, forward and, of rules whose answer is what a network settles at, transposed. */
    public static final String EVALUATION_READS = "evaluation_reads";

    /** Ending of the names of DAC conversions; a direction stands before it. */
    public static final String DAC = "_dac_conversions";

    /** The same for conversions of ADCs. */
    public static final String ADC = "_adc_conversions";

    /** The same for the energy that crossbars take up, joule. */
    public static final String CROSSBAR = "_crossbar_joules";

    /** The directions of reads, as the names of amounts begin. */
    public static final List<String> DIRECTIONS = List.of("forward", "transposed", "evaluation");

    /** Cells written. */
    public static final String CELL_WRITES = "cell_writes";

    /** Programming pulses; a write whose pulses are not simulated counts as one. */
    public static final String PULSES = "pulses";

    /** Reads of single cells before and between pulses. */
    public static final String VERIFY_READS = "verify_reads";

    /** Writes that failed. */
    public static final String FAILED_WRITES = "failed_writes";

    /** Cells that wore out. */
    public static final String WORN_OUT = "worn_out_cells";

    /** Digital multiply-adds of training. */
    public static final String MULTIPLY_ADDS = "multiply_adds";

    /** Digital multiply-adds of evaluations. */
    public static final String EVALUATION_MULTIPLY_ADDS = "evaluation_multiply_adds";

    /** Chip time of training, seconds. */
    public static final String SECONDS = "seconds";

    /** Chip time of evaluations, seconds. */
    public static final String EVALUATION_SECONDS = "evaluation_seconds";

    /** What all cells have taken since they were new, in writes; pulses count too. */
    public static final String WORN_WRITES = "worn_writes";

    /** The same of the cell that has taken most. */
    public static final String MOST_WRITES = "most_writes";

    /** Share of its own endurance that a cell has used, the largest. */
    public static final String WORST_SHARE = "worst_endurance_share";

    /** Tiles in use. */
    public static final String TILES = "tiles";

    /** Cells in use. */
    public static final String CELLS = "cells";

    /** What digital memory holds, bytes. */
    public static final List<String> MEMORY = List.of(
            "target_bytes", "scheme_bytes", "optimizer_bytes", "gradient_bytes", "feedback_bytes", "bias_bytes");

    /** Energy of one conversion of a DAC, joule. */
    public static final String DAC_EACH = "dac_joules_each";

    /** Energy of one conversion of an ADC, joule. */
    public static final String ADC_EACH = "adc_joules_each";

    /** Energy of one programming pulse at a cell, joule. */
    public static final String WRITE_EACH = "write_joules_each";

    /** Energy of one digital multiply-add, joule. */
    public static final String MAC_EACH = "mac_joules_each";

    private CostNames() {}
}
