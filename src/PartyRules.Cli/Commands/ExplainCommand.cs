using System.CommandLine;
using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using PartyRules.Data;
using PartyRules.Data.Summaries;
using PartyRules.Diagnostics;
using PartyRules.Explanations;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules explain</c>: how one subject's result came about.</summary>
internal static class ExplainCommand
{
    public static Command Make(Streams streams)
    {
        var data = CommonOptions.SeveralData();
        var scheme = CommonOptions.Schemes();
        var period = CommonOptions.Period();
        var asOf = CommonOptions.AsOf();
        var lang = CommonOptions.Lang();
        var subject = new Option<string>("--subject") { Description = Texts.Help("help.subject"), Required = true };
        var whyNot = new Option<string>("--why-not") { Description = Texts.Help("help.why-not") };
        var text = new Option<bool>("--text") { Description = Texts.Help("help.text") };
        var command = new Command("explain", Texts.Help("help.explain")) { data, scheme, period, asOf, subject, whyNot, text, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            return Guard.Run(streams, language, () =>
            {
                if (parsed.GetValue(text) && parsed.GetValue(whyNot) is not null)
                    throw new ProblemException(Texts.Catalog.Problem("text-or-why-not", new SourceLocation()));
                var versions = GivenSchemes.ReadVersions(parsed.GetValue(scheme)!);
                var read = DataSetReader.ReadAll(parsed.GetValue(data)!, versions, parsed.GetValue(period));
                var scorer = new Scorer(versions, new ScorerOptions { Derivations = true, AsOf = parsed.GetValue(asOf) });
                Explain(streams, read, scorer, parsed.GetValue(subject)!, parsed.GetValue(whyNot), parsed.GetValue(text), language);
            });
        });
        return command;
    }

    /// <summary>The identifier of the subject that is meant: the one of that name, where only one has it.</summary>
    private static string IdOf(string idOrName, List<Subject> known)
    {
        if (known.Exists(subject => subject.Id == idOrName))
            return idOrName;
        var name = idOrName.Replace(" ", "", StringComparison.Ordinal);
        var alike = known.FindAll(subject => subject.Name.Replace(" ", "", StringComparison.Ordinal) == name);
        return alike.Count switch
        {
            0 => idOrName,
            1 => alike[0].Id,
            _ => throw new ProblemException(Texts.Catalog.Problem("name-of-several", new SourceLocation(), idOrName,
                string.Join(", ", alike.Select(subject => subject.Parent.Length == 0 ? subject.Id : $"{subject.Id} ({subject.Parent})")))),
        };
    }

    private static string Told(Assessment assessment, string? whyNot, bool byClause, Language language) =>
        byClause ? Explainer.ClauseByClause(assessment, language)
            : whyNot is not null && Explainer.CodesOf(assessment.Scheme).Contains(whyNot)
            ? Explainer.WhyNot(assessment, whyNot, language)
            : Explainer.Explain(assessment, language);

    private static void Explain(
        Streams streams, DataSet data, Scorer scorer, string idOrName, string? whyNot, bool byClause, Language language)
    {
        var known = data.Subjects.Where(subject => subject.Kind == scorer.Versions.All[0].SubjectKind).ToList();
        var id = IdOf(idOrName, known);
        if (!known.Exists(subject => subject.Id == id))
        {
            if (OtherKinds.Of(scorer.Versions.Of(data.Year), data.Subjects.Where(subject => subject.Id == id)).Notice is { } notice)
                throw new ProblemException(Texts.Catalog.Problem("other-kind", new SourceLocation(), id, notice));
            var words = known.SelectMany(subject => new[] { subject.Id, subject.Name }).Where(word => word.Length > 0);
            var ids = NearestWord.Find(id, words) is { } near ? [near] : known.ConvertAll(subject => subject.Id);
            throw new ProblemException(Texts.Catalog.Problem("unknown-subject", new SourceLocation(), id, Texts.Catalog.Hint(id, ids)));
        }

        var codes = scorer.Versions.All.SelectMany(Explainer.CodesOf).Distinct().ToList();
        if (whyNot is not null && !codes.Contains(whyNot))
        {
            var hint = Texts.Catalog.Hint(whyNot, codes);
            throw new ProblemException(Texts.Catalog.Problem("unknown-code", new SourceLocation(), whyNot, hint));
        }

        Summary.WriteNotices(streams.Error, data.Notices, language);
        var competes = scorer.ComparesSubjects(data.Year);
        var subjects = competes ? data.Subjects : [.. known.Where(subject => subject.Id == id)];
        var entries = competes ? data.Entries : [.. data.Entries.Where(entry => entry.Subject == id)];
        var assessments = scorer.Score(subjects, entries, data.Year, earlier: data.Earlier, areFactsChecked: true);
        foreach (var assessment in assessments.Where(assessment => assessment.Subject.Id == id))
            streams.Out.WriteLine(Told(assessment, whyNot, byClause, language));
    }
}
