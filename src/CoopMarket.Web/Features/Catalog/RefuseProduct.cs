using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>An admin asks for changes before a product goes on sale; its cooperative reads why.</summary>
internal static class RefuseProduct
{
    internal sealed record Command(Actor Actor, ProductId Product, string? Reason) : ICommand, IForAdmin, IAbout
    {
        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsText(Typed.Reason, "catalog.flaw.reason");
    }

    internal sealed class Handler(Workbench workbench) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await workbench.FindAsync(command.Product, cancellationToken) is not { } product)
                return new NotFound();
            return product.Refuse(Typed.Text(command.Reason, Typed.Reason)) is { } refusal ? refusal : Outcome.Done;
        }
    }
}
