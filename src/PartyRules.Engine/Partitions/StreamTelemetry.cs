using System.Diagnostics;
using PartyRules.Engine.Execution;

namespace PartyRules.Engine.Partitions;

/// <summary>The activity of one stream of partitions, from its first result asked for to its end.</summary>
internal sealed class StreamTelemetry(string ruleSet, int degreeOfParallelism) : IDisposable
{
    private readonly Activity? activity = EngineTelemetry.Activities.StartActivity("evaluate partitions");
    private long partitions;
    private long failures;

    public void Count(int evaluated, int failed)
    {
        partitions += evaluated;
        failures += failed;
    }

    public void Fail(Exception exception) => activity?.SetStatus(ActivityStatusCode.Error, exception.Message);

    public void Dispose()
    {
        activity?.SetTag(EngineTelemetry.RuleSetTag, ruleSet)
            .SetTag(EngineTelemetry.DegreeTag, degreeOfParallelism)
            .SetTag(EngineTelemetry.PartitionsTag, partitions)
            .SetTag(EngineTelemetry.FailuresTag, failures);
        activity?.Dispose();
    }
}
