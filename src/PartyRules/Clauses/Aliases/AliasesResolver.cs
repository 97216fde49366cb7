using PartyRules.Clauses.Aliases;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Further words by which data may call what the scheme knows.</content>
internal sealed partial class SchemeResolver
{
    private void CheckAliases(AliasesDocument aliases, SchemeWords words)
    {
        if (aliases.Columns is { } columns)
        {
            CheckAliases("$.aliases.columns.subjects", columns.Subjects, words.SubjectColumns);
            CheckAliases("$.aliases.columns.entries", columns.Entries, words.EntryColumns);
        }

        CheckAliases("$.aliases.items", aliases.Items, words.Items);
        CheckAliases("$.aliases.levels", aliases.Levels, words.Levels);
        CheckAliases("$.aliases.evaluators", aliases.Evaluators, words.Evaluators);
        CheckAliases("$.aliases.kinds", aliases.Kinds, words.Kinds);
        CheckAliases("$.aliases.categories", aliases.Categories, words.Categories);
        CheckAliases("$.aliases.employments", aliases.Employments, words.Employments);
        CheckAliases("$.aliases.grades", aliases.Grades, words.Grades);
    }

    /// <summary>One alias stands for one code, and for nothing that has it as code or name already.</summary>
    private void CheckAliases(string path, IReadOnlyDictionary<string, IReadOnlyList<string>> aliases, WordTable words)
    {
        var declared = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, list) in aliases)
        {
            if (!words.IsCode(code))
                Report("scheme.unknown-word", $"{path}.{code}", code, SchemeReader.Messages.Hint(code, words.Codes));
            if (list.Count == 0)
                Report("scheme.empty-list", $"{path}.{code}");
            for (var i = 0; i < list.Count; i++)
            {
                var (alias, at) = (list[i].Trim(), $"{path}.{code}[{i}]");
                var other = words.SharedBy(alias).FirstOrDefault(owner => owner != code) ?? words.CodeOf(alias);
                if (!declared.TryAdd(alias, code) && declared[alias] != code)
                    Report("scheme.alias-twice", at, alias, declared[alias]);
                else if (words.IsCode(alias) && alias != code)
                    Report("scheme.alias-code", at, alias, code);
                else if (other != alias && other != code)
                    Report("scheme.alias-name", at, alias, other, code);
            }
        }
    }
}
