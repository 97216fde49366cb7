using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PartyRules.AspNetCore;

/// <summary>Tells OpenAPI documents how the library's own types are written.</summary>
public static class OpenApiOptionsExtensions
{
    /// <summary>
    /// Points are numbers, and periods texts: <c>services.AddOpenApi(options => options.AddPartyRules())</c>. Without it a document says of
    /// them that they may be anything.
    /// </summary>
    /// <param name="options">The options of a document.</param>
    /// <returns>The options, for chaining.</returns>
    public static OpenApiOptions AddPartyRules(this OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(Points))
                (schema.Type, schema.Description) = (JsonSchemaType.Number, "Points: at most six decimals, exact.");
            else if (type == typeof(Period))
                (schema.Type, schema.Description) = (JsonSchemaType.String, "A year such as 2026, or a round such as 2026-Q1.");
            return Task.CompletedTask;
        });
    }
}
