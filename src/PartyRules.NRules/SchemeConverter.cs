using System.Linq.Expressions;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using PartyRules.NRules.Conversion;
using PartyRules.NRules.Sessions;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.NRules;

/// <summary>
/// Turns a scheme into NRules rule definitions that take subjects and entries and yield assessments. The facts of each subject form a
/// partition, so that one session may hold many. A scheme that compares subjects is scored in sessions of its own, level by level.
/// </summary>
internal sealed class SchemeConverter(Scorer scorer, int topPriority)
{
    public IEnumerable<IRuleDefinition> Convert()
    {
        if (scorer.Rules is not { } rules)
            return [CheckFacts(), Compare()];
        var shared = rules.ReferenceFacts.Select(fact => fact.GetType()).ToHashSet();
        var converter = new RuleSetConverter(
            rules, topPriority, new Partitioning(fact => shared.Contains(fact.GetType()) ? null : KeyOf(fact), shared));
        return [CheckFacts(), .. converter.Convert(), OpenPartition(converter.Key)];
    }

    /// <summary>
    /// Whom a fact that a host inserts or yields is about; null for a fact of a host's own type, which is about nobody and so seen by all.
    /// Entries count only once their dossier has taken them.
    /// </summary>
    private static object? KeyOf(object fact) => fact switch
    {
        Entry => Partition.Nobody,
        Credit credit => credit.Entry.Subject,
        Tally tally => tally.Dossier.Subject.Id,
        Outcome outcome => outcome.Subject.Id,
        Mark mark => mark.Subject.Id,
        MissingComponent missing => missing.Dossier.Subject.Id,
        Exemption exemption => exemption.Dossier.Subject.Id,
        Dossier dossier => dossier.Subject.Id,
        Total total => total.Dossier.Subject.Id,
        GradeDecision decision => decision.Dossier.Subject.Id,
        Placing placing => placing.Total.Dossier.Subject.Id,
        Standing standing => standing.Dossier.Subject.Id,
        Assessment assessment => assessment.Subject.Id,
        _ when fact.GetType().Assembly == typeof(Scorer).Assembly => throw new NotSupportedException(
            $"A {fact.GetType().Name} does not say whom it is about, so no session may take one from outside. Yield what it is made of."),
        _ => null,
    };

    private IRuleDefinition CheckFacts()
    {
        var rule = New(
            "facts-are-checked", "Refuses subjects, entries, earlier results and years of which something is wrong.", topPriority);
        var group = rule.LeftHandSide();
        Collect<AssessedYear>(group, "years");
        Collect<Subject>(group, "subjects");
        Collect<Entry>(group, "entries");
        Collect<EarlierResult>(group, "results");
        var check = new SessionCheck(scorer);
        rule.RightHandSide()
            .Action((Expression<Action<
                IContext, IEnumerable<AssessedYear>, IEnumerable<Subject>, IEnumerable<Entry>, IEnumerable<EarlierResult>>>)(
                (context, years, subjects, entries, results) => check.Refuse(years, subjects, entries, results)));
        return rule.Build();
    }

    private IRuleDefinition OpenPartition(GateKey key)
    {
        var kind = scorer.Versions.SubjectKind;
        var rule = New("subject-has-dossier", "Makes the dossier of a subject, with the entries that stand.", topPriority - 1);
        var group = rule.LeftHandSide();
        group.Pattern(typeof(Gate), "gate").Condition(new Place(key, 1, 0).Condition("gate"));
        group.Pattern(typeof(AssessedYear), "year");
        var subject = group.Pattern(typeof(Subject), "subject");
        subject.Condition((Expression<Func<Subject, bool>>)(subject => subject.Kind == kind));
        Collect<Entry>(group, "entries", (Expression<Func<Entry, Subject, bool>>)((element, subject) => element.Subject == subject.Id));
        Collect<EarlierResult>(group, "results");
        var opening = new PartitionOpening(scorer);
        rule.RightHandSide()
            .Action((Expression<Action<IContext, Gate, AssessedYear, Subject, IEnumerable<Entry>, IEnumerable<EarlierResult>>>)(
            (context, gate, year, subject, entries, results) => opening.In(context, gate, year, subject, entries, results)));
        return rule.Build();
    }

    private IRuleDefinition Compare()
    {
        var rule = New(
            "subjects-are-compared",
            "Scores all subjects together, level by level, because the scheme compares them or has rounds.",
            topPriority - 1);
        var group = rule.LeftHandSide();
        group.Pattern(typeof(AssessedYear), "year");
        Collect<Subject>(group, "subjects");
        Collect<Entry>(group, "entries");
        Collect<EarlierResult>(group, "results");
        var comparison = new Comparison(scorer);
        rule.RightHandSide()
            .Action((Expression<Action<IContext, AssessedYear, IEnumerable<Subject>, IEnumerable<Entry>, IEnumerable<EarlierResult>>>)(
            (context, year, subjects, entries, results) => comparison.In(context, year, subjects, entries, results)));
        return rule.Build();
    }

    private RuleBuilder New(string name, string description, int priority)
    {
        var rule = new RuleBuilder();
        rule.Name($"{scorer.Versions.Id}/{name}");
        rule.Description(description);
        rule.Priority(priority);
        return rule;
    }

    private static void Collect<T>(GroupBuilder group, string name, LambdaExpression? condition = null)
    {
        var aggregate = group.Pattern(typeof(IEnumerable<T>), name).Aggregate();
        aggregate.Collect();
        var pattern = aggregate.Pattern(typeof(T), "element");
        if (condition is not null)
            pattern.Condition(condition);
    }
}
