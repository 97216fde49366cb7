namespace PartyRules.Engine.Tests;

/// <summary>Cites a sentence of docs/engine.md that the test shows to be true.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StatementAttribute(string text) : Attribute
{
    public string Text { get; } = text;
}
