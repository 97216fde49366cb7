using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Years;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Grades;

/// <summary>How a total becomes a grade.</summary>
internal sealed class GradesKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "grades";

    /// <inheritdoc/>
    public override Chapter? Chapter => Core.Chapter.Grade;

    /// <inheritdoc/>
    public override void Declare(Resolving at)
    {
        foreach (var band in at.Section<GradesDocument>(Key)?.Bands ?? [])
            at.Declare<GradeBand>(band.Id, band.Name);
    }

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        if (at.Section<GradesDocument>(Key) is not { } from)
            return;
        var bands = Bands(at, from);
        var compared = at.RoundingOf(from.Rounding, "$.grades.rounding");
        var allowed = at.Clauses.Of<RankingClause>().Count > 0 ? Needs.Total | Needs.Rank : Needs.Total;
        var forced = Resolving.Each("$.grades.forced", from.Forced, (clause, path) => new ForcedGradeClause(
            at.Id($"{path}.id", clause.Id),
            Band(at, bands, $"{path}.grade", clause.Grade),
            at.Word<ForcedEffect>($"{path}.as", clause.As),
            at.Condition(clause.When, $"{path}.when", allowed),
            at.Finding(clause.Finding, $"{path}.finding"),
            at.Cite(clause.Cites, $"{path}.cites")));
        at.CheckUnique("$.grades.forced", forced.Select(clause => clause.Id));
        at.Clauses.Add(new GradeScale(compared?.Places, compared?.Mode ?? default, bands, forced, at.Cite(from.Cites, "$.grades.cites"))
        {
            On = at.RowsOf(from.On, "$.grades.on"),
            Rankings = at.Clauses.Of<RankingClause>(),
            Start = from.Moves is null ? null : Band(at, bands, "$.grades.moves.start", from.Moves.Start),
            Moves = from.Moves is null ? [] : Resolving.Each("$.grades.moves.of", from.Moves.Of, (move, path) => new GradeMove(
                move.By, at.Condition(move.When, $"{path}.when", allowed), at.Cite(move.Cites, $"{path}.cites"))),
        });
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        if (scheme.Grades is not { } scale)
            return;
        if (scale.Start is not null)
            facts.By(scale.Cites).Column(LookedAt.PreviousGrade);
        foreach (var band in scale.Bands)
            band.From?.LookAt(facts.By(scale.Cites));
        foreach (var clause in scale.Forced)
            clause.When.LookAt(facts.By(clause.Cites));
        foreach (var move in scale.Moves)
            move.When.LookAt(facts.By(move.Cites));
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme)
    {
        if (scheme.Grades is not { } grades)
            yield break;
        if (grades.Forced.Count > 0)
        {
            yield return (Stage.Standing, new GradeIsForced());
            yield return (Stage.Standing, new ForcedGradeRaisesFinding());
        }

        if (grades.Moves.Count > 0)
            yield return (Stage.Standing, new GradeMoves());
        yield return (Stage.Standing, new GradeIsDecided());
    }

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) =>
        scheme.Grades is { } grades && stage is Stage.Points or Stage.Standing ? [scheme.Grades!] : [];

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        var assessment = account.Assessment;
        if (assessment.Grade is not { } grade || assessment.Scheme.Grades is not { } scale)
            return;
        var decision = account.Facts.Of<GradeDecision>().Single(decision => decision.Dossier.Period == assessment.Period);
        if (decision.Forced?.Effect != ForcedEffect.Exactly && assessment is { Total: { } total, RoundedTotal: { } rounded })
            account.Line("grade.rounded", total, rounded);
        if (decision.Forced is { } forced)
            account.Line("grade.forced", grade.Name, forced.Finding.Name, account.Conditions.Of(forced.When), account.Cited(forced.Cites));
        else if (scale.Start is not null)
            TellMoved(account, scale, grade);
        else if (grade.From is { } from)
            account.Line("grade.from", grade.Name, BoundOf(account, from), account.Cited(scale.Cites));
        else
            account.Line("grade.lowest", grade.Name, account.Cited(scale.Cites));
        if (decision.Rise is { } rise)
            account.Line(rise > 0 ? "grade.risen" : rise < 0 ? "grade.fallen" : "grade.same", Math.Abs(rise));
        TellOthers(account, decision);
    }

    /// <summary>From which grade a subject came, and what moved it.</summary>
    private static void TellMoved(Telling account, GradeScale scale, GradeBand grade)
    {
        if (scale.Bands.FirstOrDefault(band => band.Id == account.Assessment.Subject.PreviousGrade) is not { } previous)
        {
            account.Line("grade.start", grade.Name, account.Cited(scale.Cites));
            return;
        }

        var key = grade == previous ? "grade.kept" : "grade.moved";
        account.Line(key, grade.Name, account.Cited(scale.Cites), previous.Name);
        var moves = account.Facts.Of<GradeMoved>().Where(moved => moved.Dossier.Period == account.Assessment.Period);
        foreach (var move in moves.Select(moved => moved.Clause).OrderBy(scale.OrderOf))
            account.Line("grade.move", Telling.Signed(move.By), account.Conditions.Of(move.When), account.Cited(move.Cites));
    }

    /// <summary>The clauses that hold too, but did not decide: what would be another grade, and what asks for no other.</summary>
    private static void TellOthers(Telling account, GradeDecision decision)
    {
        var others = account.Facts.Of<ForcedGrade>()
            .Where(forced => forced.Dossier.Period == account.Assessment.Period && forced.Clause != decision.Forced)
            .OrderBy(forced => forced.Order);
        foreach (var clause in others.Select(forced => forced.Clause))
        {
            var when = account.Conditions.Of(clause.When);
            var key = clause.Effect switch
            {
                ForcedEffect.Floor when clause.Grade.Index < decision.Grade.Index => "grade.overruled.floor",
                ForcedEffect.Ceiling when clause.Grade.Index > decision.Grade.Index => "grade.overruled.ceiling",
                ForcedEffect.Exactly when clause.Grade.Index != decision.Grade.Index => "grade.overruled.exactly",
                _ => "grade.unneeded",
            };
            account.Line(key, clause.Finding.Name, when, account.Cited(clause.Cites), clause.Grade.Name);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Demand> DemandsOf(Telling account)
    {
        if (account.IsYearOfRounds)
            return [];
        var held = account.Facts.Of<ForcedGrade>().Select(forced => forced.Clause).ToHashSet();
        return (account.Assessment.Scheme.Grades?.Forced ?? [])
            .Select(clause => new Demand(clause.Finding.Name, clause.When, clause.Cites, held.Contains(clause)));
    }

    /// <inheritdoc/>
    public override IEnumerable<string> CodesOf(Scheme scheme) => (scheme.Grades?.Bands ?? []).Select(band => band.Id);

    /// <inheritdoc/>
    public override void TellWhyNot(Telling account, string code)
    {
        var (assessment, scale) = (account.Assessment, account.Assessment.Scheme.Grades);
        if (scale?.Bands.FirstOrDefault(band => band.Id == code) is not { } asked)
            return;
        if (assessment.Grade is null)
        {
            account.Line("why-not.no-grade", asked.Name, account.Cited(scale.Cites));
            return;
        }

        if (scale.Start is null && assessment.Total is { } exact && account.Dossier is { } dossier)
            TellTotal(account, scale, asked, exact, dossier);
        var held = account.Facts.Of<ForcedGrade>().Select(forced => forced.Clause).ToHashSet();
        foreach (var clause in scale.Forced.Where(clause => clause.Grade == asked && clause.Effect != ForcedEffect.Ceiling))
        {
            if (!held.Contains(clause))
                account.Asked(new Demand(clause.Finding.Name, clause.When, clause.Cites));
        }
    }

    /// <summary>Tells how far a total is from the bounds of a grade.</summary>
    private static void TellTotal(Telling account, GradeScale scale, GradeBand asked, Points exact, Dossier dossier)
    {
        var (total, reached) = (scale.Compared(exact), scale.Of(exact, dossier));
        var cited = account.Cited(scale.Cites);
        if (reached.Index > asked.Index)
            account.Line("why-not.below", asked.Name, BoundOf(account, asked.From!), total, asked.From!.Of(dossier) - total, cited);
        else if (reached.Index < asked.Index)
            account.Line("why-not.above", total, reached.Name, BoundOf(account, reached.From!), cited);
        else
            account.Line("why-not.reached", total, asked.Name, cited);
    }

    private static string BoundOf(Telling account, Amount bound) =>
        account.Dossier is { } dossier ? account.InCase(bound.Of(dossier).ToString(), bound) : bound.ToString();

    private static List<GradeBand> Bands(Resolving at, GradesDocument from)
    {
        var bands = new List<GradeBand>();
        for (var i = 0; i < from.Bands.Count; i++)
        {
            var (band, path) = (from.Bands[i], $"$.grades.bands[{i}]");
            at.CheckId($"{path}.id", band.Id);
            var isLowest = i == from.Bands.Count - 1;
            if (from.Moves is not null && band.From is not null)
                at.Report("scheme.band-moves", path);
            else if (from.Moves is null && isLowest != band.From is null)
                at.Report(isLowest ? "scheme.lowest-band" : "scheme.band-without-bound", path);
            var bound = at.Amount(band.From, $"{path}.from");
            if (i > 0 && !at.AlwaysMeet([bound, bands[i - 1].From], $"{path}.from", figures => !(figures[0] >= figures[1])))
                at.Report("scheme.band-order", $"{path}.from");
            bands.Add(new GradeBand(band.Id, i, band.Name, bound));
        }

        if (bands.Count == 0)
            at.Report("scheme.empty-list", "$.grades.bands");
        at.CheckUnique("$.grades.bands", bands.Select(band => band.Id));
        return bands;
    }

    private static GradeBand Band(Resolving at, List<GradeBand> bands, string path, string id) =>
        at.Word(path, id, at.DeclaredOf<GradeBand>()) is { } known ? bands[known.Index] : new GradeBand(id, 0, at.Head.Name, null);
}
