using RulesEngine.Models;

namespace PartyRules.Benchmarks;

/// <summary>The same totals and grades on Microsoft RulesEngine: rules in its JSON model over sums by item and month.</summary>
public sealed class MicrosoftScorer
{
    private const string Total = "sums.Base + sums.Task + sums.Reward + sums.Commendation";
    private const string IsGraded = "sums.IsScored && !sums.IsViolated";

    private readonly RulesEngine.RulesEngine engine = new(
    [
        new Workflow
        {
            WorkflowName = "fengxian",
            Rules =
            [
                new Rule
                {
                    RuleName = "total",
                    Expression = "sums.IsScored",
                    Actions = new RuleActions
                    {
                        OnSuccess = new ActionInfo
                        {
                            Name = "OutputExpression",
                            Context = new Dictionary<string, object> { ["expression"] = Total },
                        },
                    },
                },
                Grade("excellent", $"{IsGraded} && {Total} >= 90"),
                Grade("qualified", $"{IsGraded} && {Total} >= 80 && {Total} < 90"),
                Grade("basically-qualified", $"{IsGraded} && {Total} >= 60 && {Total} < 80"),
                Grade("unqualified", $"sums.IsScored && (sums.IsViolated || {Total} < 60)"),
            ],
        },
    ]);

    public async Task<(Points? Total, string Grade)> Score(Subject subject, IReadOnlyList<Entry> entries)
    {
        var sums = Sums.Of(subject, entries);
        var total = await engine.ExecuteActionWorkflowAsync("fengxian", "total", [new RuleParameter("sums", sums)]).ConfigureAwait(false);
        var results = await engine.ExecuteAllRulesAsync("fengxian", new RuleParameter("sums", sums)).ConfigureAwait(false);
        var grade = results.Find(result => result.IsSuccess && result.Rule.RuleName != "total")?.Rule.RuleName ?? "";
        return (total.Output is decimal points ? Points.FromDecimal(points) : null, grade);
    }

    private static Rule Grade(string name, string expression) => new() { RuleName = name, Expression = expression };
}

/// <summary>What the expressions of <see cref="MicrosoftScorer"/> read: its language has no way to group by month.</summary>
public sealed record Sums(decimal Base, decimal Task, decimal Reward, decimal Commendation, bool IsViolated, bool IsScored)
{
    public static Sums Of(Subject subject, IReadOnlyList<Entry> entries)
    {
        decimal ValueOf(Entry entry) => entry.Value.GetValueOrDefault().ToDecimal();
        decimal Sum(Func<Entry, bool> which) => entries.Where(which).Sum(ValueOf);
        string[] basics = ["base.study", "base.dues", "base.meetings", "base.discipline", "base.conduct"];
        string[] steps = ["exemption.wish", "exemption.application", "exemption.review", "exemption.approval"];
        bool IsTask(Entry entry) =>
            entry.Item.StartsWith("pledge.", StringComparison.Ordinal)
            || (entry.Item.StartsWith("task.", StringComparison.Ordinal) && subject.Employment == "in-post");
        return new Sums(
            20 - basics.Sum(item => Math.Min(4, Sum(entry => entry.Item == item))),
            Math.Min(70, entries.Where(IsTask).GroupBy(entry => entry.Date.Month).Sum(month => Math.Min(6, month.Sum(ValueOf)))),
            Math.Min(10, Sum(entry => entry.Item.StartsWith("reward.", StringComparison.Ordinal))),
            Sum(entry => entry.Item == "commendation"),
            entries.Any(entry => entry.Item == "violation"),
            !steps.All(step => entries.Any(entry => entry.Item == step)));
    }
}
