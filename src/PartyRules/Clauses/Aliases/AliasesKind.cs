using PartyRules.Clauses.Core;
using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Aliases;

/// <summary>The words by which data may call what a scheme knows.</summary>
internal sealed class AliasesKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "aliases";

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        if (at.Section<AliasesDocument>(Key) is not { } from)
            return;
        var aliases = at.Clauses.Add(new SchemeAliases
        {
            SubjectColumns = from.Columns?.Subjects ?? AliasesDocument.None,
            EntryColumns = from.Columns?.Entries ?? AliasesDocument.None,
            Items = from.Items,
            Levels = from.Levels,
            Evaluators = from.Evaluators,
            Kinds = from.Kinds,
            Categories = from.Categories,
            Employments = from.Employments,
            Grades = from.Grades,
        });
        var words = new SchemeWords(at.ToScheme("", []), SchemeAliases.None);
        Check(at, "$.aliases.columns.subjects", aliases.SubjectColumns, words.SubjectColumns);
        Check(at, "$.aliases.columns.entries", aliases.EntryColumns, words.EntryColumns);
        Check(at, "$.aliases.items", aliases.Items, words.Items);
        Check(at, "$.aliases.levels", aliases.Levels, words.Levels);
        Check(at, "$.aliases.evaluators", aliases.Evaluators, words.Evaluators);
        Check(at, "$.aliases.kinds", aliases.Kinds, words.Kinds);
        Check(at, "$.aliases.categories", aliases.Categories, words.Categories);
        Check(at, "$.aliases.employments", aliases.Employments, words.Employments);
        Check(at, "$.aliases.grades", aliases.Grades, words.Grades);
    }

    private static void Check(Resolving at, string path, IReadOnlyDictionary<string, IReadOnlyList<string>> aliases, WordTable words)
    {
        var declared = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, list) in aliases)
        {
            if (!words.IsCode(code))
                at.Report("scheme.unknown-word", $"{path}.{code}", code, SchemeMessages.Catalog.Hint(code, words.Codes));
            if (list.Count == 0)
                at.Report("scheme.empty-list", $"{path}.{code}");
            for (var i = 0; i < list.Count; i++)
            {
                var (alias, place) = (list[i].Trim(), $"{path}.{code}[{i}]");
                var other = words.SharedBy(alias).FirstOrDefault(owner => owner != code) ?? words.CodeOf(alias);
                if (!declared.TryAdd(alias, code) && declared[alias] != code)
                    at.Report("scheme.alias-twice", place, alias, declared[alias]);
                else if (words.IsCode(alias) && alias != code)
                    at.Report("scheme.alias-code", place, alias, code);
                else if (other != alias && other != code)
                    at.Report("scheme.alias-name", place, alias, other, code);
            }
        }
    }
}
