using System.Reflection;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>The rules of the house about what is stored.</summary>
internal static class ModelRules
{
    /// <summary>No foreign key leaves an area: its tables begin with its name.</summary>
    public static IEnumerable<string> ForeignKeys(IModel model) =>
        from entity in model.GetEntityTypes()
        from key in entity.GetForeignKeys()
        let near = Prefix(entity)
        let far = Prefix(key.PrincipalEntityType)
        where near != far
        select $"{entity.DisplayName()} of {near} points at {key.PrincipalEntityType.DisplayName()} of {far}";

    /// <summary>No money in fractions, no fractions at all, on anything that is stored or inside it.</summary>
    public static IEnumerable<string> Fractions(IEnumerable<Type> entities)
    {
        HashSet<Type> seen = [];
        return [.. entities.SelectMany(e => FractionsIn(e, seen))];
    }

    /// <summary>Every unique index, and every key that is not simply an id, says what its violation means.</summary>
    public static IEnumerable<string> Unanswered(IModel model) =>
        from entity in model.GetEntityTypes()
        from unique in Unique.Of(entity)
        where !IsId(unique.Source) && !HasAnswer(unique)
        select unique.Name;

    /// <summary>Whether its violation means something.</summary>
    public static bool HasAnswer(Unique unique)
        => unique.Source.FindAnnotation(Collisions.RefusalAnnotation) is not null || unique.Source.FindAnnotation(Collisions.RerunAnnotation) is not null;

    private static bool IsId(object constraint) => constraint is IKey { Properties: [{ Name: "Id" }] };

    private static string Prefix(IEntityType entity) => entity.GetTableName()!.Split('_')[0];

    private static IEnumerable<string> FractionsIn(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            yield break;
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            foreach (var held in Parts(property.PropertyType))
            {
                if (held == typeof(decimal) || held == typeof(double) || held == typeof(float))
                    yield return $"{type.Name}.{property.Name}";
                else if (held.Namespace?.StartsWith("CoopMarket.", StringComparison.Ordinal) == true && property.SetMethod is not null)
                    foreach (var inside in FractionsIn(held, seen))
                        yield return inside;
            }
    }

    private static IEnumerable<Type> Parts(Type type)
        => type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [type.GetElementType() ?? type];
}
