using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Inputs;

/// <summary>Results of other schemes, subjects and years.</summary>
[ToldWithin("Components")]
internal sealed class InputsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "inputs";

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        var inputs = at.List<InputDocument>(Key);
        for (var i = 0; i < inputs.Count; i++)
        {
            var input = Input(at, inputs[i], $"$.inputs[{i}]");
            if (at.Declare<ResultInput>(input.Id, input.Name))
                at.Clauses.Add(input);
            else
                at.Report("scheme.duplicate-id", $"$.inputs[{i}].id", input.Id);
        }
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var input in scheme.Inputs)
        {
            if ((input.Attribute ?? (input.IsParents ? LookedAt.Parent : null)) is { } column)
                facts.By(input.Cites).ColumnThatMustBeThere(column);
        }

        foreach (var carried in scheme.Components.SelectMany(component => component.Carries))
            facts.Result(carried.Input);
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) =>
        scheme.Components.Any(component => component.Carries.Count > 0) ? [(Stage.Points, new CarriedResultIsMissing())] : [];

    private static ResultInput Input(Resolving at, InputDocument from, string path)
    {
        at.CheckId($"{path}.id", from.Id);
        at.CheckId($"{path}.scheme", from.Scheme);
        var owner = at.Word<InputOwner>($"{path}.from", from.From);
        if ((owner == InputOwner.Attribute) != from.Attribute is not null)
            at.Report("scheme.input-attribute", path);
        if (from.Attribute is not null)
            at.Word($"{path}.attribute", from.Attribute, at.Head.Subjects.Attributes);
        if (from.YearsBefore < 0 || (from.YearsBefore == 0 && from.Scheme == at.Head.Id))
            at.Report("scheme.input-year", path);
        var cites = at.Cite(from.Cites, $"{path}.cites");
        return new ResultInput(
            from.Id,
            from.Name,
            from.Scheme,
            from.YearsBefore,
            from.Attribute,
            owner == InputOwner.Parent,
            at.FirstMonth,
            cites,
            owner == InputOwner.Children);
    }
}

/// <summary>How what is carried over is read, and told.</summary>
internal static class InputReading
{
    /// <summary>The input of an identifier; a problem and null where there is none.</summary>
    public static ResultInput Input(this Resolving at, string path, string id)
    {
        var input = at.Named<ResultInput>(path, id);
        if (input is { IsOfChildren: true })
            at.Report("scheme.input-of-children", path, id);
        return input;
    }

    /// <summary>The input of an identifier whose results are those of a subject's children; a problem where it is another.</summary>
    public static ResultInput InputOfChildren(this Resolving at, string path, string id)
    {
        var input = at.Named<ResultInput>(path, id);
        if (input is { IsOfChildren: false })
            at.Report("scheme.input-of-one", path, id);
        return input;
    }

    /// <summary>Reads what a component carries over.</summary>
    public static Carried Carried(this Resolving at, CarriedDocument from, string path)
    {
        var missing = at.Word<CarriedMissing>($"{path}.missing", from.Missing);
        if (from.Percent < 0)
            at.Report("scheme.negative", $"{path}.percent");
        return new Carried(
            at.Input($"{path}.of", from.Of), from.Percent, missing == CarriedMissing.Incomplete, at.Cite(from.Cites, $"{path}.cites"));
    }

    /// <summary>Tells what was carried over into a component.</summary>
    public static void TellCarried(this Telling account, Component component)
    {
        var dossier = account.Dossier;
        foreach (var carried in component.Carries)
        {
            var cited = account.Cited(carried.Cites);
            if (dossier is not null && carried.Input.Find(dossier)?.Total is { } total)
                account.Line("carried", carried.Input.Name, carried.Percent, cited, total);
            else
                account.Line("carried.nothing", carried.Input.Name, cited);
        }
    }
}
