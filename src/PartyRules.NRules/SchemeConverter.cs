using System.Linq.Expressions;
using NRules.RuleModel;
using PartyRules.InCode;
using PartyRules.NRules.Conversion;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.NRules;

/// <summary>
/// Turns a scheme into NRules rule definitions that take subjects and entries and yield assessments: one that groups what is about each
/// subject, and, in an open session, one for each level of the scheme's rules. A scheme that compares subjects takes all of them as one
/// group.
/// </summary>
/// <param name="scorer">The scorer.</param>
/// <param name="facts">What it takes from a host's facts.</param>
/// <param name="mode">Whether the facts in between are in the session.</param>
/// <param name="share">What the scheme takes where there are others.</param>
/// <param name="topPriority">The priority from which rules go down.</param>
internal sealed class SchemeConverter(Scorer scorer, HostFacts facts, SessionMode mode, SchemesTogether.Share share, int topPriority)
{
    /// <summary>The facts that say whom they are about. Subjects and entries count once a dossier has taken them.</summary>
    private static readonly Partitioning OneScheme = new(
        KeyOf, fact => fact.GetType().Assembly != typeof(Scorer).Assembly, () => true, HoldsEntries: true);

    private readonly bool compares = scorer.Versions.All.Any(version => version.ComparesSubjects);
    private readonly bool looksAtOthers =
        scorer.Versions.All.SelectMany(version => version.Inputs)
            .Any(input => input.IsParents || input.IsOfChildren || input.Attribute is not null);

    public IEnumerable<IRuleDefinition> Convert()
    {
        if (mode == SessionMode.Sealed || scorer.Rules is not { } rules)
            return [Assess(new SubjectAssessment(scorer, facts, share)), Refuse()];
        var levels = new LevelConverter(rules, OneScheme with { ReadsOthers = () => share.IsAlone }, topPriority);
        return [Assess(new SubjectAssessment(scorer, facts, share, levels.Take)), Refuse(), .. levels.Convert()];
    }

    private static string? KeyOf(object fact) => fact switch
    {
        Credit credit => credit.Entry.Subject,
        Tally tally => tally.Dossier.Subject.Id,
        Outcome outcome => outcome.Subject.Id,
        Mark mark => mark.Subject.Id,
        ComponentScore score => score.Dossier.Subject.Id,
        MissingComponent missing => missing.Dossier.Subject.Id,
        Exemption exemption => exemption.Dossier.Subject.Id,
        Dossier dossier => dossier.Subject.Id,
        Total total => total.Dossier.Subject.Id,
        GradeDecision decision => decision.Dossier.Subject.Id,
        Placing placing => placing.Total.Dossier.Subject.Id,
        Standing standing => standing.Dossier.Subject.Id,
        Assessment assessment => assessment.Subject.Id,
        _ => null,
    };

    /// <summary>The rule that groups what is about each subject, or all that is compared.</summary>
    private IRuleDefinition Assess(SubjectAssessment assessment)
    {
        var rule = Rule("subjects-are-assessed", "Groups the facts about each subject, checks them, and assesses it.", topPriority - 1);
        rule.Property(LevelEvaluation.Property, assessment);
        var group = rule.LeftHandSide();
        GroupedFacts.Collect<AssessedYear>(group, "years");
        GroupedFacts.Collect<EarlierResult>(group, "results", result => !compares && looksAtOthers && share.Takes(result));
        GroupedFacts.Group(group, "group", Taken);
        rule.RightHandSide().Action(
            (Expression<Action<IContext, IEnumerable<AssessedYear>, IEnumerable<EarlierResult>, IGrouping<string, object>>>)(
            (context, years, results, group) => assessment.In(context, years, results, group)));
        return rule.Build();
    }

    /// <summary>The rule that refuses, all at once, what was found wrong.</summary>
    private IRuleDefinition Refuse()
    {
        var rule = Rule("faults-are-refused", "Refuses everything of which something is wrong.", topPriority - 2);
        GroupedFacts.Collect<Fault>(rule.LeftHandSide(), "faults", fault => fault.Of == share);
        rule.RightHandSide().Action((Expression<Action<IContext, IEnumerable<Fault>>>)((context, faults) => Fault.Refuse(faults)));
        return rule.Build();
    }

    /// <summary>By what a fact is grouped; null for one that the scheme does not take.</summary>
    private string? Taken(object fact) => fact switch
    {
        Entry entry when !share.Takes(entry) => null,
        EarlierResult result when !share.Takes(result) || (!compares && looksAtOthers) => null,
        _ when facts.KeyOf(fact) is { } key => compares ? "" : key,
        _ => null,
    };

    private global::NRules.RuleModel.Builders.RuleBuilder Rule(string name, string description, int priority) =>
        GroupedFacts.Rule($"{scorer.Versions.Id}/{name}", description, priority);
}
