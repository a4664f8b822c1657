using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>An admin has looked at texts that waited for their words, and lets buyers read them.</summary>
internal static class AllowHeldTexts
{
    /// <param name="Seen">The hash of what she saw.</param>
    internal sealed record Command(Actor Actor, ProductId Product, string? Seen) : ICommand, IForAdmin, IAbout
    {
        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, Workbench workbench, OwnDesk own, Addresses addresses) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<HeldTexts>().FirstOrDefaultAsync(h => h.Product == command.Product, cancellationToken) is not { } held
                || await workbench.FindAsync(command.Product, cancellationToken) is not { } product)
                return new NotFound();
            if (await own.RefuseAsync(command.Actor, product.Cooperative, cancellationToken) is { } hers)
                return hers;
            if (held.Hash != command.Seen)
                return new ChangedSinceSeen();
            var renamed = product.Name.Vi != held.Name.Vi;
            if (product.Tell(held.Telling) is { } refusal)
                return refusal;
            db.Remove(held);
            if (renamed)
                await addresses.MoveAsync(product, cancellationToken);
            return Outcome.Done;
        }
    }
}

/// <summary>An admin asks for other words; its cooperative reads why, and what it typed is still there.</summary>
internal static class RefuseHeldTexts
{
    /// <param name="Seen">The hash of what she saw.</param>
    internal sealed record Command(Actor Actor, ProductId Product, string? Seen, string? Reason) : ICommand, IForAdmin, IAbout
    {
        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsText(Typed.Reason, "catalog.flaw.reason");
    }

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<HeldTexts>().FirstOrDefaultAsync(h => h.Product == command.Product, cancellationToken) is not { } held)
                return new NotFound();
            return held.Refuse(command.Seen ?? "", Typed.Text(command.Reason, Typed.Reason)) is { } refusal ? refusal : Outcome.Done;
        }
    }
}
