using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>An admin lets a product go on sale, as she saw it.</summary>
internal static class ApproveProduct
{
    /// <param name="Seen">The hash of what the admin saw.</param>
    internal sealed record Command(Actor Actor, ProductId Product, string? Seen) : ICommand, IForAdmin, IAbout
    {
        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(Workbench workbench, OwnDesk own, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await workbench.FindAsync(command.Product, cancellationToken) is not { } product)
                return new NotFound();
            if (await own.RefuseAsync(command.Actor, product.Cooperative, cancellationToken) is { } hers)
                return hers;
            var present = await workbench.HashAsync(product, cancellationToken);
            return product.Approve(command.Seen ?? "", present, time.Now()) is { } refusal ? refusal : Outcome.Done;
        }
    }
}
