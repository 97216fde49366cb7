using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>States of a round that are counted over the year.</content>
internal sealed partial class SchemeResolver
{
    private readonly List<MarkClause> marks = [];

    private void ResolveMarks()
    {
        const Needs Allowed = Needs.Total | Needs.Grade | Needs.Rank | Needs.Shares;
        marks.AddRange(Each("$.marks", document.Marks, (from, path) => new MarkClause(
            Id($"{path}.id", from.Id), from.Name, Condition(from.When, $"{path}.when", Allowed), Cite(from.Cites, $"{path}.cites"))));
        CheckUnique("$.marks", marks.Select(mark => mark.Id));
    }

    private MarkClause Mark(string path, string id) =>
        Word(path, id, marks.DistinctBy(mark => mark.Id).ToDictionary(mark => mark.Id, StringComparer.Ordinal))
        ?? new MarkClause(id, document.Name, new AllCondition([]), new Citation("", document.Name, false));
}
