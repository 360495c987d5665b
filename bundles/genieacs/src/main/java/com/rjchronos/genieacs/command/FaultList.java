package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.wire.Encoding;
import com.rjchronos.genieacs.wire.Json;
import com.rjchronos.genieacs.wire.NoAnswer;
import com.rjchronos.genieacs.wire.Rows;
import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsFault.Refused;
import com.rjchronos.model.acs.TaskId;
import com.rjchronos.model.device.Leaf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The faults that the ACS holds. What the device was told is not asked for: passwords stand in it. */
final class FaultList {
    private static final String FIELDS =
            "projection=_id%2Cdevice%2Cchannel%2Ccode%2Cmessage%2Cdetail%2Cretries%2Ctimestamp";
    private static final String OLDEST_FIRST = "&sort=" + Encoding.encoded("{\"timestamp\":1}");

    private final Rows rows;

    FaultList(Rows rows) {
        this.rows = rows;
    }

    List<AcsFault> of(String genieacsId) throws NoAnswer {
        return rows.list("faults", FIELDS + "&" + Rows.where("device", genieacsId), FaultList::fault);
    }

    Optional<AcsFault> find(String genieacsId, TaskId task) throws NoAnswer {
        return find(genieacsId, AcsFault.channelOf(task));
    }

    Optional<AcsFault> find(String genieacsId, String channel) throws NoAnswer {
        String id = Rows.where("_id", genieacsId + ":" + channel);
        return rows.list("faults", FIELDS + "&" + id, FaultList::fault).stream().findFirst();
    }

    long stream(Optional<Instant> since, Consumer<AcsFault> each) throws NoAnswer {
        String query = since.map(t -> "&query=" + Encoding.encoded("{\"timestamp\":{\"$gt\":\"" + t + "\"}}"))
                .orElse("");
        return rows.stream("faults", FIELDS + OLDEST_FIRST + query, row -> each.accept(fault(row)));
    }

    private static AcsFault fault(Map<String, Object> row) {
        return new AcsFault(
                Json.textAt(row, "device").orElse(""),
                Json.textAt(row, "channel").orElse(""),
                Json.textAt(row, "code").orElse(""),
                Json.textAt(row, "message").orElse(""),
                refused(row.get("detail")),
                row.get("retries") instanceof Long retries ? retries.intValue() : 0,
                Json.textAt(row, "timestamp").flatMap(Leaf::instant));
    }

    private static List<Refused> refused(Object detail) {
        if (!(detail instanceof Map<?, ?> map && map.get("setParameterValuesFault") instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .map(each -> new Refused(
                        text(each.get("parameterName")), text(each.get("faultCode")), text(each.get("faultString"))))
                .toList();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
