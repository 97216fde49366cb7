using System.CommandLine;
using PartyRules.Data;
using PartyRules.Data.Summaries;
using PartyRules.Diagnostics;
using PartyRules.Explanations;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules explain</c>: how one subject's result came about.</summary>
internal static class ExplainCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var data = CommonOptions.Data();
        var scheme = CommonOptions.Schemes();
        var period = CommonOptions.Period();
        var lang = CommonOptions.Lang();
        var subject = new Option<string>("--subject") { Description = Tool.Help("help.subject"), Required = true };
        var command = new Command("explain", Tool.Help("help.explain")) { data, scheme, period, subject, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            return Tool.Guarded(surroundings, language, () =>
            {
                var versions = Tool.VersionsOf(parsed.GetValue(scheme)!);
                Explain(surroundings, DataSetReader.ReadForVersions(parsed.GetValue(data)!, versions, parsed.GetValue(period)), new VersionedScorer(versions, new ScorerOptions { Derivations = true }), parsed.GetValue(subject)!, language);
            });
        });
        return command;
    }

    private static void Explain(Surroundings surroundings, DataSet data, VersionedScorer scorer, string id, Language language)
    {
        var known = data.Subjects.Where(subject => subject.Kind == scorer.Versions.All[0].SubjectKind).ToList();
        if (!known.Exists(subject => subject.Id == id))
        {
            if (OtherKinds.Of(scorer.Versions.Of(data.Year), data.Subjects.Where(subject => subject.Id == id)).Notice is { } notice)
                throw new ProblemException(Tool.Texts.Problem("other-kind", new SourceLocation(), id, notice));
            var ids = known.ConvertAll(subject => subject.Id);
            throw new ProblemException(Tool.Texts.Problem("unknown-subject", new SourceLocation(), id, Tool.Texts.Hint(id, ids)));
        }

        Tool.Tell(surroundings.Error, data.Notices, language);
        var competes = scorer.Of(data.Year) is not { ComparesSubjects: false };
        var subjects = competes ? data.Subjects : [.. known.Where(subject => subject.Id == id)];
        var entries = competes ? data.Entries : [.. data.Entries.Where(entry => entry.Subject == id)];
        foreach (var assessment in scorer.Score(subjects, entries, data.Year, earlier: data.Earlier).Where(assessment => assessment.Subject.Id == id))
            surroundings.Out.WriteLine(Explainer.Explain(assessment, language));
    }
}
