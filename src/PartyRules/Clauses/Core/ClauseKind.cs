using System.Reflection;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Core;

/// <summary>A kind of clause: everything that the library knows of it, in the folder that bears its name.</summary>
/// <remarks>The one list of all kinds is <c>ClauseKinds</c>. Immutable and thread-safe.</remarks>
internal abstract class ClauseKind
{
    /// <summary>The key under which a scheme states the kind's clauses; null where they stand within those of other kinds.</summary>
    public virtual string? Key => null;

    /// <summary>All keys under which a scheme states the kind's clauses.</summary>
    public virtual IReadOnlyList<string> Keys => Key is { } key ? [key] : [];

    /// <summary>The name: that of its folder.</summary>
    public string Name => GetType().Namespace!.Split('.')[^1];

    /// <summary>Where an explanation tells of it; null where it tells nothing, or within the lines of another kind.</summary>
    public virtual Chapter? Chapter => null;

    /// <summary>Whether the kind tells something in explanations, in a chapter of its own or within another kind's lines.</summary>
    public bool IsTold => Chapter is not null || GetType().GetCustomAttribute<ToldWithinAttribute>() is not null;

    /// <summary>Makes known what clauses of all kinds may name, before any clause is read.</summary>
    /// <param name="at">The scheme that is read.</param>
    public virtual void Declare(Resolving at)
    {
    }

    /// <summary>Reads and checks the kind's clauses. Those of the kinds before it are there.</summary>
    /// <param name="at">The scheme that is read.</param>
    public virtual void Read(Resolving at)
    {
    }

    /// <summary>New instances of the rules that the clauses of a scheme need, each with the stage in which it runs.</summary>
    /// <param name="scheme">The scheme.</param>
    public virtual IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) => [];

    /// <summary>The clauses that the rules of a stage match.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="scheme">The scheme.</param>
    public virtual IEnumerable<object> FactsFor(Stage stage, Scheme scheme) => [];

    /// <summary>Says which facts the kind's clauses look at that a data set may lack.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="facts">Where it says so.</param>
    public virtual void LookAt(Scheme scheme, LookedAt facts)
    {
    }

    /// <summary>Tells the kind's part of how an assessment came about.</summary>
    /// <param name="account">The account.</param>
    public virtual void Tell(Telling account)
    {
    }

    /// <summary>The clauses that ask for something, and whether they applied.</summary>
    /// <param name="account">The account.</param>
    public virtual IEnumerable<Demand> DemandsOf(Telling account) => [];

    /// <summary>The codes of what the kind's clauses can give, for whoever asks why a result lacks one.</summary>
    /// <param name="scheme">The scheme.</param>
    public virtual IEnumerable<string> CodesOf(Scheme scheme) => [];

    /// <summary>Tells why the kind's clauses did not give what has a code.</summary>
    /// <param name="account">The account of a result that lacks it.</param>
    /// <param name="code">The code.</param>
    public virtual void TellWhyNot(Telling account, string code)
    {
    }
}

/// <summary>Says within whose lines a kind without a chapter of its own is told.</summary>
/// <param name="kind">The kind that tells it.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ToldWithinAttribute(string kind) : Attribute
{
    /// <summary>The name of the kind that tells it.</summary>
    public string Kind { get; } = kind;
}
