using Microsoft.Extensions.DependencyInjection;

namespace PartyRules.Scoring;

/// <summary>
/// Finds services of a scope that rules in code would take. Rules live as long as the application, so that they would keep them.
/// </summary>
internal static class ScopedServices
{
    /// <summary>The scoped services that a type takes in its constructors, itself or through what it takes there.</summary>
    /// <remarks>What a factory takes is not known here.</remarks>
    /// <param name="type">The type of the rules.</param>
    /// <param name="services">The services of the application.</param>
    public static IReadOnlyList<Type> TakenBy(Type type, IServiceCollection services)
    {
        var taken = new List<Type>();
        if (Find(services, type, null) is { } registered)
            Visit(registered, services, taken, []);
        else
            VisitConstructors(type, services, taken, []);
        return [.. taken.Distinct().OrderBy(service => service.FullName, StringComparer.Ordinal)];
    }

    private static void Visit(ServiceDescriptor service, IServiceCollection services, List<Type> taken, HashSet<ServiceDescriptor> seen)
    {
        if (!seen.Add(service))
            return;
        if (service.Lifetime == ServiceLifetime.Scoped)
            taken.Add(service.ServiceType);
        else if ((service.IsKeyedService ? service.KeyedImplementationType : service.ImplementationType) is { } implementation)
            VisitConstructors(implementation, services, taken, seen);
    }

    private static void VisitConstructors(Type type, IServiceCollection services, List<Type> taken, HashSet<ServiceDescriptor> seen)
    {
        foreach (var parameter in type.GetConstructors().SelectMany(constructor => constructor.GetParameters()))
        {
            var asked = parameter.ParameterType;
            var isEach = asked.IsGenericType && asked.GetGenericTypeDefinition() == typeof(IEnumerable<>);
            var key = parameter.GetCustomAttributes(typeof(FromKeyedServicesAttribute), inherit: false)
                .Cast<FromKeyedServicesAttribute>().FirstOrDefault()?.Key;
            if (Find(services, isEach ? asked.GenericTypeArguments[0] : asked, key) is { } service)
                Visit(service, services, taken, seen);
        }
    }

    /// <summary>The service that a container gives for a type: the last one of it, or else of its open form.</summary>
    private static ServiceDescriptor? Find(IServiceCollection services, Type type, object? key)
    {
        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        return services.LastOrDefault(service => service.ServiceType == type && Equals(service.ServiceKey, key))
            ?? services.LastOrDefault(service => open is not null && service.ServiceType == open && Equals(service.ServiceKey, key));
    }
}
