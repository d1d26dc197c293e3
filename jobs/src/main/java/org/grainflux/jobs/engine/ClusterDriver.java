package org.grainflux.jobs.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.DeployMessages;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.rpc.RpcEnv;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.reflect.ClassTag;

/** A driver that a standalone cluster has taken, as its one master knows it. */
final class ClusterDriver implements SubmittedDriver {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterDriver.class);

    /** As the master names drivers, in what its client says. */
    private static final Pattern ID = Pattern.compile("\\bdriver-\\d{14}-\\d{4,}\\b");

    private final EngineArguments arguments;
    private final String id;

    private ClusterDriver(EngineArguments arguments, String id) {
        this.arguments = arguments;
        this.id = id;
    }

    /** @param said by the program that submitted it; empty when it names no driver, as with other kinds of clusters */
    static Optional<SubmittedDriver> in(String said, EngineArguments arguments) {
        Matcher id = ID.matcher(said);
        return arguments.settings().getOrDefault("spark.master", "").startsWith("spark://") && id.find()
                ? Optional.of(new ClusterDriver(arguments, id.group()))
                : Optional.empty();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<String> state() {
        return ask(new DeployMessages.RequestDriverStatus(id), DeployMessages.DriverStatusResponse.class)
                .map(answer -> answer.found() ? answer.state().get().toString().toLowerCase(Locale.ROOT) : "unknown");
    }

    @Override
    public void kill() {
        ask(new DeployMessages.RequestKillDriver(id), DeployMessages.KillDriverResponse.class);
    }

    /** A master that cannot be asked now may be asked later: nothing depends on one answer. */
    private <T> Optional<T> ask(Object question, Class<T> answer) {
        SparkConf settings = new SparkConf(false);
        arguments.settings().forEach(settings::set);
        RpcEnv client = null;
        try {
            SecurityManager security =
                    new SecurityManager(settings, Option.empty(), SecurityManager.$lessinit$greater$default$3());
            String here = System.getenv()
                    .getOrDefault(
                            "SPARK_LOCAL_IP",
                            java.net.InetAddress.getLocalHost().getHostAddress());
            client = RpcEnv.create("driverClient", here, 0, settings, security, false);
            RpcEndpointRef master =
                    client.setupEndpointRef(RpcAddress.fromSparkURL(settings.get("spark.master")), "Master");
            return Optional.of(master.askSync(question, ClassTag.apply(answer)));
        } catch (Exception e) { // askSync passes on checked exceptions of the engine's own, which it does not declare
            LOG.debug("the master does not tell about {}", id, e);
            return Optional.empty();
        } finally {
            if (client != null) {
                client.shutdown();
            }
        }
    }
}
