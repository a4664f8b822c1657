using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>A product came on sale, for the first time or again.</summary>
[EventName("catalog.product-went-live")]
public sealed record ProductWentLive(ProductId Product) : DomainEvent;

/// <summary>Something of a product on sale changed that readers see.</summary>
[EventName("catalog.product-changed")]
public sealed record ProductChanged(ProductId Product) : DomainEvent;

/// <summary>A product is no longer on sale.</summary>
[EventName("catalog.product-withdrawn")]
public sealed record ProductWithdrawn(ProductId Product) : DomainEvent;

/// <summary>An admin took a product off the market; its cooperative is told why.</summary>
[EventName("catalog.product-taken-down")]
public sealed record ProductTakenDown(ProductId Product, CooperativeId Cooperative, string Reason) : DomainEvent;

/// <summary>An admin asks for changes before a product goes on sale.</summary>
[EventName("catalog.product-refused")]
public sealed record ProductRefused(ProductId Product, CooperativeId Cooperative, string Reason) : DomainEvent;

/// <summary>An admin asks for other words in texts that waited for her; its cooperative is told why.</summary>
[EventName("catalog.held-texts-refused")]
public sealed record HeldTextsRefused(ProductId Product, CooperativeId Cooperative, string Reason) : DomainEvent;

/// <summary>An admin let a product go on sale.</summary>
[EventName("catalog.product-approved")]
public sealed record ProductApproved(ProductId Product, CooperativeId Cooperative) : DomainEvent;

/// <summary>Orders ahead of a harvest are taken, on other terms, or no longer.</summary>
[EventName("catalog.ahead-changed")]
public sealed record AheadChanged(ProductId Product) : DomainEvent;

/// <summary>A category is new, or is called otherwise or stands elsewhere.</summary>
[EventName("catalog.category-changed")]
public sealed record CategoryChanged(CategoryId Category) : DomainEvent;
