using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Orders;

/// <summary>There is nothing to order.</summary>
internal sealed record BasketEmpty : Refusal;

/// <summary>A price, the basket or a delivery changed since the page was shown; the page tells what.</summary>
internal sealed record OfferChanged : Refusal;

/// <summary>All is as it was shown, but what delivery costs had not been shown yet.</summary>
internal sealed record DeliveryNotSeen : Refusal;

/// <summary>Some of it can't be had or sent; the page tells what.</summary>
internal sealed record CannotBeOrdered : Refusal;
