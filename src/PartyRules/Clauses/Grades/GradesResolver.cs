using PartyRules.Clauses.Grades;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Grades, forced grades and moves.</content>
internal sealed partial class SchemeResolver
{
    private static readonly Dictionary<string, ForcedEffect> ForcedEffects = new(StringComparer.Ordinal)
    {
        ["exactly"] = ForcedEffect.Exactly,
        ["ceiling"] = ForcedEffect.Ceiling,
        ["floor"] = ForcedEffect.Floor,
    };

    private readonly List<GradeBand> bands = [];

    private void ResolveBands(GradesDocument from)
    {
        for (var i = 0; i < from.Bands.Count; i++)
        {
            var path = $"$.grades.bands[{i}]";
            var band = from.Bands[i];
            CheckId($"{path}.id", band.Id);
            var isLowest = i == from.Bands.Count - 1;
            if (from.Moves is not null && band.From is not null)
                Report("scheme.band-moves", path);
            else if (from.Moves is null && isLowest != band.From is null)
                Report(isLowest ? "scheme.lowest-band" : "scheme.band-without-bound", path);
            if (i > 0 && band.From >= from.Bands[i - 1].From)
                Report("scheme.band-order", $"{path}.from");
            bands.Add(new GradeBand(band.Id, i, band.Name, band.From));
        }

        if (bands.Count == 0)
            Report("scheme.empty-list", "$.grades.bands");
        CheckUnique("$.grades.bands", bands.Select(band => band.Id));
    }

    private GradeScale ResolveGrades(GradesDocument from)
    {
        var compared = ResolveRounding(from.Rounding, "$.grades.rounding");
        var allowed = document.Ranking is null ? Needs.Total : Needs.Total | Needs.Rank;
        var forced = Each("$.grades.forced", from.Forced, (clause, path) => new ForcedGradeClause(
            Id($"{path}.id", clause.Id),
            Band($"{path}.grade", clause.Grade),
            Condition(clause.When, $"{path}.when", allowed),
            Finding(clause.Finding, $"{path}.finding"),
            Cite(clause.Cites, $"{path}.cites"))
        {
            Effect = Word($"{path}.as", clause.As, ForcedEffects),
        });
        CheckUnique("$.grades.forced", forced.Select(clause => clause.Id));
        return new GradeScale(compared?.Places, compared?.Mode ?? default, bands, forced, Cite(from.Cites, "$.grades.cites"))
        {
            On = RowsOf(from.On, "$.grades.on"),
            Start = from.Moves is null ? null : Band("$.grades.moves.start", from.Moves.Start),
            Moves = from.Moves is null ? [] : Each("$.grades.moves.of", from.Moves.Of, (move, path) => new GradeMove(
                move.By, Condition(move.When, $"{path}.when", allowed), Cite(move.Cites, $"{path}.cites"))),
        };
    }

    private GradeBand Band(string path, string id) => Word(path, id, bands.ToDictionary(band => band.Id, StringComparer.Ordinal)) ?? new GradeBand(id, 0, document.Name, null);
}
