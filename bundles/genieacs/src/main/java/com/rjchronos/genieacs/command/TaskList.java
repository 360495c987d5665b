package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.wire.Encoding;
import com.rjchronos.genieacs.wire.Json;
import com.rjchronos.genieacs.wire.NoAnswer;
import com.rjchronos.genieacs.wire.Rows;
import com.rjchronos.model.acs.AcsTask;
import com.rjchronos.model.acs.TaskId;
import com.rjchronos.model.device.Leaf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ACS's queue of tasks. Their parameters are not asked for: passwords stand among them. */
final class TaskList {
    private static final String FIELDS = "&projection=_id%2Cdevice%2Cname%2CuniqueKey%2Ctimestamp%2Cexpiry";

    private final Rows rows;

    TaskList(Rows rows) {
        this.rows = rows;
    }

    List<AcsTask> of(String genieacsId) throws NoAnswer {
        return list(Rows.where("device", genieacsId));
    }

    Optional<AcsTask> find(TaskId task) throws NoAnswer {
        return list(Rows.where("_id", task.value())).stream().findFirst();
    }

    Optional<AcsTask> find(String genieacsId, String uniqueKey) throws NoAnswer {
        String both =
                "{\"device\":" + Encoding.quoted(genieacsId) + ",\"uniqueKey\":" + Encoding.quoted(uniqueKey) + "}";
        return list("query=" + Encoding.encoded(both)).stream().findFirst();
    }

    private List<AcsTask> list(String query) throws NoAnswer {
        return rows.list("tasks", query + FIELDS, TaskList::task).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for a task of somebody else's making whose id nobody can name. */
    private static Optional<AcsTask> task(Map<String, Object> row) {
        return Json.textAt(row, "_id")
                .flatMap(TaskId::parse)
                .map(id -> new AcsTask(
                        id,
                        Json.textAt(row, "device").orElse(""),
                        Json.textAt(row, "name").orElse(""),
                        Json.textAt(row, "uniqueKey"),
                        Json.textAt(row, "timestamp").flatMap(Leaf::instant),
                        Json.textAt(row, "expiry").flatMap(Leaf::instant)));
    }
}
