using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>The categories as an admin arranges them.</summary>
internal static class CategoryShelf
{
    internal sealed class Form
    {
        /// <summary>Null for a new one.</summary>
        public CategoryId? Category { get; set; }

        public string? NameVi { get; set; }

        public string? NameEn { get; set; }

        public string? NameFr { get; set; }

        public CategoryId? Parent { get; set; }

        /// <summary>Nobody eats or drinks what is in it.</summary>
        public bool NotFood { get; set; }
    }

    internal sealed record Query(Actor Actor) : IQuery<IReadOnlyList<CategoryNode>>, IForAdmin;

    internal sealed class Handler(CategoryTree tree) : IRequestHandler<Query, IReadOnlyList<CategoryNode>>
    {
        public Task<IReadOnlyList<CategoryNode>> Handle(Query query, CancellationToken cancellationToken) => tree.AllAsync(cancellationToken);
    }
}
