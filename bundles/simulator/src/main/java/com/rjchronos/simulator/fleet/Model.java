package com.rjchronos.simulator.fleet;

import java.util.List;

/**
 * A model of which the fleet holds devices.
 *
 * @param weight how many of them there are, relative to the other models
 * @param ouis the OUIs its devices come with
 * @param productClass null if its devices send none
 * @param serial how its serials are formed
 */
record Model(
        String name,
        int weight,
        String manufacturer,
        List<String> ouis,
        String productClass,
        SerialForm serial,
        Template template) {

    /** How a vendor forms serials out of a device's number and code. */
    enum SerialForm {
        /** The hexadecimal writing of HWTC and eight digits, as Huawei reports it. */
        HWTC,
        ZTEG,
        FHTT,
        ITBS,
        /** Thirteen digits, as routers have; nothing of it is on the PON. */
        DIGITS,
        /** With a slash and a dash, to be escaped in ids. */
        ACME,
        BM632,
        /** With a dot, to be escaped in ids. */
        DOTTED;

        String of(Traits traits) {
            return switch (this) {
                case HWTC -> String.format("48575443%08X", traits.code());
                case ZTEG -> String.format("ZTEG%08X", traits.code());
                case FHTT -> String.format("FHTT%08X", traits.code());
                case ITBS -> String.format("ITBS%08X", traits.code());
                case DIGITS -> String.format("2187%09d", traits.number());
                case ACME -> String.format("AX/20-%05d", traits.number());
                case BM632 -> String.format("8KA8WA11%08d", traits.number());
                case DOTTED -> "SN." + traits.number();
            };
        }
    }
}
