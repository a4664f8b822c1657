using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Says how a product's sale bears value-added tax. Orders that were placed keep what was said then.</summary>
internal static class TellVat
{
    internal sealed class Form
    {
        public VatClass? Vat { get; set; }
    }

    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ProductId Product, VatClass? Vat) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Vat).Must(v => v is { } known && Enum.IsDefined(known)).WithMessage("catalog.vat.flaw");
    }

    internal sealed class Handler(Workbench workbench) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken) => workbench.ChangeAsync(
            command.Cooperative, command.Product, command.Actor.Person, product => product.Tax(command.Vat), cancellationToken);
    }
}
