using CoopMarket.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoopMarket.Web.Data;

/// <summary>A column that names a row of another table by its id.</summary>
internal sealed record Reference(string Table, string Column, string Target, string Key)
{
    private const string Accounts = "accounts_accounts";

    /// <summary>
    /// All of a model, by the types of their ids: a new reference is looked after without being listed. Accounts come from Identity
    /// and have a plain id; an id that several tables share is nobody's reference.
    /// </summary>
    public static IReadOnlyList<Reference> In(IModel model)
    {
        var entities = model.GetEntityTypes().Where(e => !e.IsOwned() && e.GetTableName() is not null).ToList();
        var targets = entities.Where(e => e.FindPrimaryKey()?.Properties is [{ Name: "Id" } id] && (TypedIds.All.Contains(id.ClrType) || e.GetTableName() == Accounts))
            .GroupBy(e => e.GetTableName() == Accounts ? typeof(PersonId) : e.FindPrimaryKey()!.Properties[0].ClrType)
            .Where(kind => kind.Count() == 1)
            .ToDictionary(kind => kind.Key, kind => kind.Single());
        return
        [
            .. from entity in entities
               let table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value
               from property in entity.GetProperties()
               let target = targets.GetValueOrDefault(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)
               where target is not null && (target != entity || property.Name != "Id")
               select new Reference(
                   table.Name, property.GetColumnName(table)!, target.GetTableName()!,
                   target.FindPrimaryKey()!.Properties[0].GetColumnName(StoreObjectIdentifier.Create(target, StoreObjectType.Table)!.Value)!),
        ];
    }
}
