using PartyRules.Verification.Asking;

namespace PartyRules.Verification.Kinds;

/// <summary>All parts of verification, in the order in which they are asked and told.</summary>
internal static class Parts
{
    /// <summary>The parts.</summary>
    public static IReadOnlyList<Part> All { get; } =
    [
        new VersionsPart(),
        new TotalsPart(),
        new GradesPart(),
        new ComponentsPart(),
        new ItemsPart(),
        new LimitsPart(),
        new WorthPart(),
        new MultipliersPart(),
        new RequirementsPart(),
        new ExemptionsPart(),
        new RankingsPart(),
        new MarksPart(),
        new OutcomesPart(),
        new InputsPart(),
        new ConditionsPart(),
        new CalendarsPart(),
        new AliasesPart(),
    ];

    /// <summary>The kinds of which nothing is asked yet, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> WithoutQuestions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Lapses"] = "an entry that stops counting only takes away from what bounds allow",
        ["Crediting"] = "an entry that counts for another is bounded there as one of its own",
        ["Selections"] = "what is left out only takes away from what bounds allow",
        ["Appraisals"] = "an average lies between its parts, which the items' questions bound",
        ["RulesInCode"] = "code is not read; components that ask for it are left open",
        ["Years"] = "the year's bounds follow from those of its rounds",
        ["Targets"] = "shares are asked for by the conditions that look at them",
        ["FollowUps"] = "a promise can always be left without an answer",
        ["Amounts"] = "what it is for each group bounds the clauses in which it stands",
        ["Measures"] = "a number is asked for by the clauses that look at it",
        ["Adjustments"] = "points by conditions and measures are not bounded yet; components that have them are left open",
        ["Procedures"] = "a step only tells how far a subject has come, or raises a finding",
        ["Citations"] = "it changes no result",
        ["Notices"] = "it changes no result",
        ["Layers"] = "a layered scheme is verified as its layers make it",
    };
}
