using System.Globalization;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Items;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Lapses;

/// <summary>When entries stop counting, and whether they count in later periods until then.</summary>
internal sealed class LapsesKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "lapses";

    /// <inheritdoc/>
    public override Chapter? Chapter => Core.Chapter.Records;

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        var lapses = at.List<LapseDocument>(Key);
        at.CheckUnique("$.lapses", lapses.Select(lapse => lapse.Id));
        at.Clauses.AddRange(Resolving.Each("$.lapses", lapses, (from, path) => Lapse(at, from, path)));
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        facts.EntriesOf(scheme.Lapses.SelectMany(lapse => new[] { lapse.By, lapse.Until }).OfType<string>());
        facts.ReferencesOf(scheme.Lapses.Where(lapse => lapse.By is not null).SelectMany(lapse => lapse.Codes));
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) =>
        scheme.Lapses.Count > 0 ? [(Stage.Records, new EntryIsStopped()), (Stage.Records, new EntryExpires())] : [];

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) => stage == Stage.Records ? scheme.Lapses : [];

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        var lapsed = account.Facts.Of<Dossier>()
            .Where(dossier => dossier.Period == account.Assessment.Period)
            .SelectMany(dossier => dossier.Lapsed.Where(lapsed => dossier.Period.Contains(lapsed.Entry.Date)))
            .OrderBy(lapsed => lapsed.Entry, Entry.Chronological)
                .ThenBy(lapsed => lapsed.Clause, StringComparer.Ordinal).Distinct().ToList();
        if (lapsed.Count > 0)
            account.Line("lapsed.records");
        foreach (var (entry, _, cites) in lapsed)
            account.Line("lapsed", entry.Id, Telling.DateOf(entry), account.NameOf(entry.Item), account.Cited(cites));
        TellEarlier(account);
    }

    /// <summary>Tells which entries of earlier periods count, and until when.</summary>
    private static void TellEarlier(Telling account)
    {
        var dossier = account.Facts.Of<Dossier>().FirstOrDefault(dossier => dossier.Period == account.Assessment.Period);
        if (dossier is null or { Earlier.Count: 0 })
            return;
        account.Line("later.records");
        foreach (var entry in dossier.Earlier)
        {
            var clause = account.Assessment.Scheme.Lapses.First(lapse => lapse.CountsLater && lapse.Concerns(entry));
            account.Line(
                clause.ExpiryOf(entry) is null ? "later.always" : "later",
                entry.Id,
                Telling.DateOf(entry),
                account.NameOf(entry.Item),
                clause.ExpiryOf(entry)?.ToString("O", CultureInfo.InvariantCulture),
                account.Cited(clause.Cites));
        }
    }

    private static Lapse Lapse(Resolving at, LapseDocument from, string path)
    {
        if (from.By is null == from.AfterMonths is null)
            at.Report("scheme.exactly-one", path, "by, afterMonths");
        if (from.Until is not null && from.By is null)
            at.Report("scheme.until-without-by", $"{path}.until");
        if (from.AfterMonths < 1)
            at.Report("scheme.at-least-one", $"{path}.afterMonths");
        if (from.ShortMonth is not null && from.AfterMonths is null)
            at.Report("scheme.short-month-alone", $"{path}.shortMonth");
        if (from.LaterPeriods is not null)
            CheckLater(at, from, path);
        at.Codes($"{path}.of", from.Of);
        var by = from.By is null ? null : at.Record($"{path}.by", from.By).Code;
        var until = from.Until is null ? null : at.Record($"{path}.until", from.Until).Code;
        at.RequireReference(new[] { by, until }.OfType<string>());
        var of = from.Of.ToHashSet(StringComparer.Ordinal);
        var word = from.ShortMonth is null ? ShortMonthWord.LastDay : at.Word<ShortMonthWord>($"{path}.shortMonth", from.ShortMonth);
        var expiry = from.AfterMonths is { } months ? new ExpiryTerm(months, word == ShortMonthWord.NextFirst) : (ExpiryTerm?)null;
        return new Lapse(at.Id($"{path}.id", from.Id), of, by, until, expiry, at.Cite(from.Cites, $"{path}.cites"))
        {
            CountsLater = from.LaterPeriods is not null,
            IsOfFirstDay = from.LaterPeriods is not null
                && at.Word<LaterPeriodsWord>($"{path}.laterPeriods", from.LaterPeriods) == LaterPeriodsWord.FirstDay,
        };
    }

    /// <summary>Only items give points in later periods, and only until a day.</summary>
    private static void CheckLater(Resolving at, LapseDocument from, string path)
    {
        if (from.AfterMonths is not { } months)
        {
            at.Report("scheme.later-alone", $"{path}.laterPeriods");
            return;
        }

        at.LookBack(months);
        for (var i = 0; i < from.Of.Count; i++)
        {
            if (at.DeclaredOf<RecordItem>().ContainsKey(from.Of[i]))
                at.Report("scheme.later-record", $"{path}.of[{i}]", from.Of[i]);
        }
    }
}
