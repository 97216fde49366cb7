using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Crediting;

/// <summary>Entries that count for a linked subject, instead of whom they are about or for both.</summary>
internal sealed class CreditingKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "crediting";

    /// <inheritdoc/>
    public override Chapter? Chapter => Core.Chapter.Records;

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        var clauses = at.List<CreditingDocument>(Key);
        at.CheckUnique("$.crediting", clauses.Select(clause => clause.Id));
        var known = new HashSet<string>(StringComparer.Ordinal);
        at.Clauses.AddRange(Resolving.Each("$.crediting", clauses, (from, path) => Clause(at, from, path, known)));
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var clause in scheme.Crediting)
            facts.By(clause.Cites).ColumnThatMustBeThere(clause.Column);
    }

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        if (account.Dossier is not { } dossier || account.Assessment.Scheme.Crediting.Count == 0)
            return;
        TellAll(account, "credited", dossier.Entries.Where(entry => entry.Subject != dossier.Subject.Id), entry => entry.Subject);
        TellAll(
            account,
            "passed-on",
            dossier.PassedOn.Where(entry => dossier.Period.Contains(entry.Date)),
            entry => ClauseOf(account, entry).LinkOf(dossier.Subject));
    }

    private static void TellAll(Telling account, string key, IEnumerable<Entry> entries, Func<Entry, string> other)
    {
        var inOrder = entries.Order(Entry.Chronological).ToList();
        if (inOrder.Count > 0)
            account.Line($"{key}.records");
        foreach (var entry in inOrder)
        {
            var cited = account.Cited(ClauseOf(account, entry).Cites);
            account.Line(key, entry.Id, Telling.DateOf(entry), account.NameOf(entry.Item), other(entry), cited);
        }
    }

    private static CreditingClause ClauseOf(Telling account, Entry entry) =>
        account.Assessment.Scheme.Crediting.First(clause => clause.Codes.Contains(entry.Item));

    private static CreditingClause Clause(Resolving at, CreditingDocument from, string path, HashSet<string> known)
    {
        var to = at.Word<CreditedTo>($"{path}.to", from.To);
        if ((to == CreditedTo.Attribute) != from.Attribute is not null)
            at.Report("scheme.crediting-attribute", path);
        if (from.Attribute is { } column && at.Word($"{path}.attribute", column, at.Head.Subjects.Attributes) is { Kind: not "text" })
            at.Report("scheme.crediting-text", $"{path}.attribute", column);
        at.Codes($"{path}.of", from.Of);
        for (var i = 0; i < from.Of.Count; i++)
        {
            if (!known.Add(from.Of[i]))
                at.Report("scheme.crediting-twice", $"{path}.of[{i}]", from.Of[i]);
        }

        CheckLapses(at, from, path);
        return new CreditingClause(
            at.Id($"{path}.id", from.Id),
            from.Of.ToHashSet(StringComparer.Ordinal),
            to == CreditedTo.Attribute ? from.Attribute : null,
            at.Cite(from.Cites, $"{path}.cites"))
        {
            CountsForBoth = at.Word<CreditedFor>($"{path}.countsFor", from.CountsFor) == CreditedFor.Both,
            IsLinkRequired = at.Word<MissingLink>($"{path}.missing", from.Missing) == MissingLink.Refused,
        };
    }

    /// <summary>What stops an entry must reach whomever the entry reaches, or it would still count there.</summary>
    private static void CheckLapses(Resolving at, CreditingDocument from, string path)
    {
        for (var i = 0; i < from.Of.Count; i++)
        {
            foreach (var lapse in at.Clauses.Of<Lapse>().Where(lapse => lapse.Codes.Contains(from.Of[i])))
            {
                foreach (var code in new[] { lapse.By, lapse.Until }.OfType<string>().Where(code => !from.Of.Contains(code)))
                    at.Report("scheme.crediting-lapse", $"{path}.of[{i}]", from.Of[i], code);
            }
        }
    }
}
