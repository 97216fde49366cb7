using System.Text.RegularExpressions;
using PartyRules.Diagnostics;
using PartyRules.InCode;
using PartyRules.Reading;
using PartyRules.Schemes;

namespace PartyRules.Tests.InCode;

/// <summary>What is said wrongly in code is refused with the message that JSON gets, at the member that said it.</summary>
public sealed partial class FiguresThatCannotBe
{
    private static Dictionary<string, (Func<SchemeBuilder> Make, string[] Problems)> Examples { get; } = new(StringComparer.Ordinal)
    {
        ["identifier"] = (
            () => new MemberGrading("Crew").Thresholds(), ["scheme.bad-id MemberGrading.Id", "scheme.bad-id MemberGrading.Id"]),
        ["no grades"] = (() => new MemberGrading("crew"), ["scheme.empty-list MemberGrading.Band"]),
        ["bounds that rise"] = (
            () => new MemberGrading("crew").Thresholds(excellent: 70), ["scheme.band-order MemberGrading.Thresholds.qualified"]),
        ["band without bound"] = (
            () => new MemberGrading("crew").Band("gold", "Gold").Band("none", "None"),
            ["scheme.band-without-bound MemberGrading.Band(\"gold\")"]),
        ["rounding"] = (() => new MemberGrading("crew").Thresholds().Rounded(7), ["scheme.places MemberGrading.Rounded"]),
        ["grade of a veto"] = (
            () => new MemberGrading("crew").Thresholds().Veto("fraud", "Cheated", grade: "goold"),
            ["scheme.unknown-word MemberGrading.Veto(\"fraud\").grade"]),
        ["grade of a condition"] = (
            () => new MemberGrading("crew").Thresholds().Follows("bonus", "Bonus", OutcomeKind.Award, When.Grade("gold")),
            ["scheme.unknown-word MemberGrading.Follows(\"bonus\").when.grade[0]"]),
        ["no parts"] = (() => new PointsScoring("club"), ["scheme.empty-list PointsScoring.Part"]),
        ["a limit below zero"] = (
            () => new PointsScoring("club").Base().Takes("late", "Late", 1, most: -4),
            ["scheme.negative PointsScoring.Takes(\"late\").most"]),
        ["points below zero"] = (
            () => new PointsScoring("club").Reward().Adds("praise", "Praised", -1),
            ["scheme.negative PointsScoring.Adds(\"praise\").points"]),
        ["bounds of a part"] = (
            () => new PointsScoring("club").Part("extra", "Extra", minimum: 9, maximum: 5),
            ["scheme.bounds PointsScoring.Part(\"extra\")"]),
        ["one code twice"] = (
            () => new PointsScoring("club").Base().Takes("late", "Late").Takes("late", "Late again"),
            ["scheme.items-overlap PointsScoring.Base"]),
        ["allotment of a month"] = (() => new PointsScoring("club").Task(70, -6), ["scheme.negative PointsScoring.Task.aMonth"]),
        ["round"] = (() => new RedFlagRotation("sites", round: PeriodKind.Week).Flag(), ["scheme.unknown-word RedFlagRotation.round"]),
        ["weights"] = (
            () => new RedFlagRotation("sites").Indicator("a", "A", weight: 60).Indicator("b", "B", weight: 30),
            ["scheme.weights RedFlagRotation.Indicator"]),
        ["tie-break"] = (
            () => new RedFlagRotation("sites").Indicator("order", "Order").Pool(PoolKind.All, TieKind.Share, "oder"),
            ["scheme.unknown-word RedFlagRotation.Pool.tieBreaks[0]"]),
        ["streak without a flag"] = (
            () => new RedFlagRotation("sites").Streak(2, "dinner", "Dinner"),
            ["scheme.unknown-word RedFlagRotation.Streak(\"dinner\")"]),
        ["prizes that nothing earns"] = (
            () => new RedFlagRotation("sites").Prizes(95, 90, 600), ["scheme.range RedFlagRotation.Prizes(600)"]),
        ["two at once"] = (
            () => new PointsScoring("club").Base().Takes("late", "Late", -1).Takes("Absent", "Absent"),
            ["scheme.negative PointsScoring.Takes(\"late\").points", "scheme.bad-id PointsScoring.Takes(\"Absent\").code"]),
    };

    public static TheoryData<string> All => [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void IsRefusedAtTheMemberWithTheMessageOfJson(string example)
    {
        var (make, expected) = Examples[example];
        var problems = Problems(() => make().ToScheme());
        // What JSON says of the same document: the same codes and messages, at paths.
        var json = Problems(() => SchemeReader.Read(make().Written(), "same.json"));

        problems.Select(problem => $"{problem.Code} {problem.Location}").Should().Equal(expected);
        problems.Select(problem => (problem.Code, problem.Message)).Should().Equal(json.Select(problem => (problem.Code, problem.Message)));
        foreach (var problem in problems)
            Exists(problem.Location.Path!, make().GetType()).Should().BeTrue("{0} is a member", problem.Location.Path);
    }

    [Fact]
    public void NothingChangesOnceTheSchemeIsMade()
    {
        var rules = new MemberGrading("crew").Thresholds();
        rules.ToScheme().Should().BeSameAs(rules.ToScheme());

        rules.Invoking(r => r.Band("more", "More")).Should().Throw<InvalidOperationException>();
        rules.Invoking(r => r.From<string>(text => text, _ => 1)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void ATypeIsMappedOnce() => new MemberGrading("crew").From<string>(text => text, _ => 1)
        .Invoking(rules => rules.From<string>(text => text, _ => 2)).Should().Throw<InvalidOperationException>().WithMessage("*String*");

    [Fact]
    public void AFactThatNothingReadsIsRefused() => new MemberGrading("crew").Thresholds()
        .Invoking(rules => rules.Assess(2026, ["a text"])).Should().Throw<ArgumentException>().WithMessage("*EarlierResult*String*");

    [Fact]
    public void ANumberOfTooManyPlacesIsRefused() => new MemberGrading("crew").Thresholds().From<string>(text => text, _ => 1.0000001m)
        .Invoking(rules => rules.Assess(2026, ["ann"])).Should().Throw<ArgumentException>();

    /// <summary>Whether a place names a method or property of the builder, and in it a parameter where it names one.</summary>
    private static bool Exists(string path, Type builder)
    {
        var parts = Place().Match(path);
        var (name, parameter) = (parts.Groups[2].Value, parts.Groups[3].Value);
        if (parts.Groups[1].Value != builder.Name)
            return false;
        var methods = builder.GetMethods().Where(method => method.Name == name).ToList();
        return parameter.Length == 0
            ? methods.Count > 0 || builder.GetProperty(name) is not null
                || builder.GetConstructors().SelectMany(made => made.GetParameters()).Any(made => made.Name == name)
            : methods.Exists(method => method.GetParameters().Any(known => known.Name == parameter));
    }

    private static IReadOnlyList<Problem> Problems(Action make) => make.Should().Throw<ProblemException>().Which.Problems;

    [GeneratedRegex(@"^(\w+)\.(\w+)(?:\([^)]*\))?(?:\.(\w+))?")]
    private static partial Regex Place();
}
