using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Questions;

/// <summary>Finds what a buyer asks about, and of whom.</summary>
internal sealed class QuestionSubjects(ProductOwners products, OrderSecrets secrets, OrderBooks orders, BuyersToTell buyers, Cooperatives cooperatives)
{
    /// <summary>The order where one is named, else the product; null where it is not there, not on sale, or not hers.</summary>
    /// <param name="order">The order's code.</param>
    /// <param name="orderSecret">Out of the reader's cookie.</param>
    /// <param name="part">Which part of the order; may be left out where it has but one.</param>
    public async Task<QuestionSubject?> OfAsync(Actor actor, Guid? product, string? order, string? orderSecret, Guid? part, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(order))
            return await OfOrderAsync(actor, order, orderSecret, part, cancellationToken);
        if (product is not { } id || await products.OnSaleAsync(new(id), cancellationToken) is not { } found || await cooperatives.OneAsync(found.Cooperative, cancellationToken) is not { } maker)
            return null;
        return new(maker, found.Id, found.Name, found.Slug, "", null);
    }

    private async Task<QuestionSubject?> OfOrderAsync(Actor actor, string code, string? secret, Guid? part, CancellationToken cancellationToken)
    {
        if (!await secrets.OpensAsync(code, secret, actor.Person, cancellationToken) || await orders.ByCodeAsync(code, cancellationToken) is not { } book)
            return null;
        var asked = part is { } id ? book.Parts.FirstOrDefault(p => p.Id.Value == id) : book.Parts is [{ } only] ? only : null;
        if (asked is null || await cooperatives.OneAsync(asked.Cooperative, cancellationToken) is not { } sender)
            return null;
        return new(sender, null, LocalizedText.Empty, "", book.Code, await buyers.OfAsync(book.Id, cancellationToken));
    }
}

/// <summary>What is asked about.</summary>
/// <param name="Product">Null where it is an order.</param>
/// <param name="Name">The product's; empty where it is an order.</param>
/// <param name="Slug">The product's part of the address; empty where it is an order.</param>
/// <param name="OrderCode">Empty where it is a product.</param>
/// <param name="Buyer">How the order's buyer is reached; null where it is a product, or she left no e-mail.</param>
internal sealed record QuestionSubject(CoopCard Cooperative, ProductId? Product, LocalizedText Name, string Slug, string OrderCode, BuyerToTell? Buyer)
{
    public bool IsOrder => OrderCode.Length > 0;
}
