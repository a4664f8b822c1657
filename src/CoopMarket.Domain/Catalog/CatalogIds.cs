using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>A change of a product on sale that an admin looks at afterwards.</summary>
public readonly record struct ProductEditId(Guid Value) : ITypedId<ProductEditId>
{
    public static ProductEditId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
