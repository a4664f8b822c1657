using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>A cooperative takes a product of its own off.</summary>
internal static class WithdrawProduct
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ProductId Product) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(Workbench workbench) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken) => workbench.ChangeAsync(
            command.Cooperative, command.Product, command.Actor.Person, product => product.Withdraw(), cancellationToken);
    }
}
