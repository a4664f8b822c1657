using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Says whether a product is sold from stock or made when ordered.</summary>
internal static class MakeToOrder
{
    internal sealed class Form
    {
        public bool ToOrder { get; set; }

        public string? Days { get; set; }
    }

    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ProductId Product, bool ToOrder, string? Days) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => When(c => c.ToOrder, () => RuleFor(c => c.Days).IsCount(1, Product.MostDaysToMake));
    }

    internal sealed class Handler(Workbench workbench) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken) => workbench.ChangeAsync(
            command.Cooperative, command.Product, command.Actor.Person,
            product => product.MakeToOrder(command.ToOrder ? Typed.Count(command.Days) : null), cancellationToken);
    }
}
