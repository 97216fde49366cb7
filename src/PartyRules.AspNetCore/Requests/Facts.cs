using System.Text.Json.Serialization.Metadata;
using PartyRules.AspNetCore.Resources;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Reading.Shape;
using PartyRules.Reading.Tree;

namespace PartyRules.AspNetCore.Requests;

/// <summary>A body, and the facts that stand in it.</summary>
/// <typeparam name="TRequest">The kind of request.</typeparam>
internal sealed class Facts<TRequest>
    where TRequest : ScoreRequest
{
    private const string Body = "body";
    private readonly JsonTree tree;

    private Facts(TRequest request, JsonTree tree) => (Request, this.tree) = (request, tree);

    /// <summary>The request.</summary>
    public TRequest Request { get; }

    /// <summary>The year.</summary>
    public int Year => Request.Year!.Value;

    /// <summary>The subjects.</summary>
    public required IReadOnlyList<Subject> Subjects { get; init; }

    /// <summary>The entries.</summary>
    public required IReadOnlyList<Entry> Entries { get; init; }

    /// <summary>The earlier results.</summary>
    public required IReadOnlyList<EarlierResult> Earlier { get; init; }

    /// <summary>Reads a body.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="type">What it must be.</param>
    /// <param name="kind">The kind of subject, where one does not say it.</param>
    /// <param name="limits">How many are taken.</param>
    /// <exception cref="RequestException">The body is refused; carries every problem found.</exception>
    public static Facts<TRequest> Read(
        ReadOnlyMemory<byte> utf8, JsonTypeInfo<TRequest> type, string kind, RequestLimits limits)
    {
        try
        {
            var problems = new List<Problem>();
            var tree = DocumentReader.TreeOf(utf8, Body, problems);
            var request = DocumentReader.Parse(utf8, tree, type, problems);
            RefuseTooMany(request, tree, limits);
            Check(request, tree, problems);
            DocumentReader.Refuse(problems);
            return new Facts<TRequest>(request, tree)
            {
                Subjects = [.. request.Subjects!.Select(subject => Of(subject, kind))],
                Entries = [.. (request.Entries ?? []).Select(Of)],
                Earlier = [.. (request.Earlier ?? []).Select(Of)],
            };
        }
        catch (ProblemException exception)
        {
            var fault = exception.Problems.Any(problem => problem.Code == "scheme.too-many")
                ? RequestFault.TooLarge
                : RequestFault.Malformed;
            throw new RequestException(fault, [.. exception.Problems.Select(OfRequest)]);
        }
    }

    /// <summary>A problem with the facts, at its place in the body.</summary>
    /// <param name="problem">The problem, at a path such as <c>entries[5].item</c>.</param>
    public Problem Placed(Problem problem) =>
        problem.Location.Path is { } path ? OfRequest(problem.At(tree.At($"$.{path}"))) : problem;

    /// <summary>A problem with something of the request itself.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="path">Its path.</param>
    /// <param name="arguments">What its text says.</param>
    public Problem Problem(string code, string path, params object?[] arguments) =>
        OfRequest(Texts.Catalog.Problem(code, tree.At(path), arguments));

    private static void RefuseTooMany(TRequest request, JsonTree tree, RequestLimits limits)
    {
        var tooMany = new List<Problem>();
        if (request.Subjects?.Count > limits.Subjects)
            tooMany.Add(At("request.subjects", "$.subjects", request.Subjects.Count, limits.Subjects));
        if (request.Entries?.Count > limits.Entries)
            tooMany.Add(At("request.entries", "$.entries", request.Entries.Count, limits.Entries));
        if (request.Earlier?.Count > limits.Entries)
            tooMany.Add(At("request.entries", "$.earlier", request.Earlier.Count, limits.Entries));
        if (tooMany.Count > 0)
            throw new RequestException(RequestFault.TooLarge, tooMany);

        Problem At(string code, string path, int given, int most) => OfRequest(Texts.Catalog.Problem(code, tree.At(path), given, most));
    }

    private static void Check(ScoreRequest request, JsonTree tree, List<Problem> problems)
    {
        Need(request.Year, "$", "year");
        Need(request.Subjects, "$", "subjects");
        if (request.Year is < 1 or > 9999)
            problems.Add(Texts.Catalog.Problem("request.year", tree.At("$.year"), request.Year));
        foreach (var (i, subject) in (request.Subjects ?? []).Index())
            Need(subject.Id, $"$.subjects[{i}]", "id");
        foreach (var (i, entry) in (request.Entries ?? []).Index())
        {
            var at = $"$.entries[{i}]";
            Need(entry.Id, at, "id");
            Need(entry.Subject, at, "subject");
            Need(entry.Item, at, "item");
            Need(entry.Date, at, "date");
        }

        foreach (var (i, earlier) in (request.Earlier ?? []).Index())
        {
            var at = $"$.earlier[{i}]";
            Need(earlier.Scheme, at, "scheme");
            Need(earlier.Subject, at, "subject");
            Need(earlier.Period, at, "period");
            if (earlier.Period is { } period && !Period.TryParse(period, out _))
                problems.Add(Texts.Catalog.Problem("request.period", tree.At($"{at}.period"), period));
        }

        void Need(object? value, string at, string key)
        {
            if (value is null && !problems.AreTooMany())
                problems.Add(Texts.Catalog.Problem("request.missing-key", tree.At(at), key));
        }
    }

    /// <summary>Mistakes of a body have the codes and words of requests, and the body is no file.</summary>
    private static Problem OfRequest(Problem problem)
    {
        var code = problem.Code.StartsWith("scheme.", StringComparison.Ordinal) ? $"request.{problem.Code[7..]}" : problem.Code;
        var message = code != problem.Code && Texts.Catalog.Has(code) ? Texts.Catalog.Format(code) : problem.Message;
        var at = problem.Location;
        return new Problem(code, new SourceLocation(null, at.Line, at.Column, at.Path), message);
    }

    private static Subject Of(SubjectRequest subject, string kind) => new()
    {
        Id = subject.Id!,
        Name = subject.Name ?? "",
        Kind = subject.Kind ?? kind,
        Parent = subject.Parent ?? "",
        Category = subject.Category ?? "",
        Employment = subject.Employment ?? "",
        PreviousGrade = subject.PreviousGrade ?? "",
        Attributes = subject.Attributes ?? new Dictionary<string, string>(),
    };

    private static Entry Of(EntryRequest entry) => new()
    {
        Id = entry.Id!,
        Subject = entry.Subject!,
        Item = entry.Item!,
        Date = entry.Date!.Value,
        Value = entry.Value,
        Level = entry.Level ?? "",
        Reference = entry.Ref ?? "",
        Evaluator = entry.By ?? "",
        Note = entry.Note ?? "",
        Attributes = entry.Attributes ?? new Dictionary<string, string>(),
    };

    private static EarlierResult Of(EarlierRequest earlier)
    {
        _ = Period.TryParse(earlier.Period, out var period);
        return new EarlierResult(earlier.Scheme!, earlier.Subject!, period, earlier.Total, earlier.Grade ?? "", earlier.Rank)
        {
            Parent = earlier.Parent ?? "",
        };
    }
}
