using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Says where a product comes from, who makes it and when it is to be had.</summary>
internal static class TellOrigin
{
    internal sealed class Form
    {
        public string? Village { get; set; }

        public string? CommuneCode { get; set; }

        public MakerId? Maker { get; set; }

        public int[] Months { get; set; } = [];
    }

    /// <param name="Months">1 to 12; none or all for all year.</param>
    internal sealed record Command(
        Actor Actor, CooperativeId Cooperative, ProductId Product, string? Village, string? CommuneCode, MakerId? Maker, IReadOnlyList<int> Months)
        : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Village).IsText();
            RuleFor(c => c.CommuneCode).Must(c => string.IsNullOrEmpty(c) || Places.FindCommune(c) is not null).WithMessage("catalog.flaw.commune");
            RuleFor(c => c.Months).Must(m => m.Count <= 12 && m.All(month => month is >= 1 and <= 12)).WithMessage("catalog.flaw.months");
        }
    }

    internal sealed class Handler(Workbench workbench, Shelves shelves) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await shelves.FlawAsync(command.Cooperative, command.Maker, cancellationToken) is { } flaw)
                return Outcome.Invalid([flaw]);
            var months = command.Months.Distinct().ToList();
            var bits = months.Count == 12 ? 0 : months.Sum(month => 1 << (month - 1));
            return await workbench.ChangeAsync(
                command.Cooperative, command.Product, command.Actor.Person,
                product => product.Locate(Typed.Text(command.Village), command.CommuneCode ?? "", command.Maker, bits), cancellationToken);
        }
    }
}
