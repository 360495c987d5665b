package com.rjchronos.simulator.cwmp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a task failed.
 *
 * @param code as in the faults collection, e.g. {@code cwmp.9003} or {@code script.Error}
 * @param taskGone whether the task is done all the same: a transfer that failed after it was accepted
 */
record Fault(String code, String message, Map<String, Object> detail, boolean taskGone) {
    private static final Map<Integer, String> MESSAGES = Map.ofEntries(
            Map.entry(9000, "Method not supported"),
            Map.entry(9001, "Request denied"),
            Map.entry(9002, "Internal error"),
            Map.entry(9003, "Invalid arguments"),
            Map.entry(9004, "Resources exceeded"),
            Map.entry(9005, "Invalid parameter name"),
            Map.entry(9006, "Invalid parameter type"),
            Map.entry(9007, "Invalid parameter value"),
            Map.entry(9008, "Attempt to set a non-writable parameter"),
            Map.entry(9010, "Download failure"),
            Map.entry(9012, "File transfer server authentication failure"),
            Map.entry(9016, "File transfer failure: unexpected response 404"),
            Map.entry(9800, "Vendor fault"));

    /** The CPE answered a fault. */
    static Fault cwmp(int code) {
        return cwmp(code, null);
    }

    /** The CPE refused one value of a SetParameterValues. */
    static Fault refused(String parameter, int code) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("parameterName", parameter);
        one.put("faultCode", Integer.toString(code));
        one.put("faultString", message(code));
        return cwmp(9003, List.of(one));
    }

    /** A transfer failed after the CPE had accepted it. */
    static Fault transfer(int code) {
        Fault fault = cwmp(code);
        return new Fault(fault.code(), fault.message(), fault.detail(), true);
    }

    /** The ACS's own script threw. */
    static Fault script(String message, String where) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("name", "Error");
        detail.put("message", message);
        detail.put("stack", "Error: " + message + "\n    at " + where);
        return new Fault("script.Error", message, detail, false);
    }

    private static Fault cwmp(int code, Object values) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("faultCode", Integer.toString(code));
        detail.put("faultString", message(code));
        detail.put("setParameterValuesFault", values);
        return new Fault("cwmp." + code, message(code), detail, false);
    }

    private static String message(int code) {
        return MESSAGES.getOrDefault(code, "Vendor fault");
    }
}
