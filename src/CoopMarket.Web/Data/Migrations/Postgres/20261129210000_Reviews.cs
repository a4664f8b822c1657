using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Reviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reviews_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<Guid>(type: "uuid", nullable: false),
                    product_name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stars = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false),
                    language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    name = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    translations = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    answer_language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hidden_because = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    open_reports = table.Column<int>(type: "integer", nullable: false),
                    move_count = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews_reviews", x => x.id);
                    table.CheckConstraint("ck_reviews_reviews_stars", "1 <= stars AND stars <= 5");
                });

            migrationBuilder.CreateTable(
                name: "reviews_moves",
                columns: table => new
                {
                    review = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    stars = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews_moves", x => new { x.review, x.number });
                    table.ForeignKey(
                        name: "fk_reviews_moves_reviews_reviews_review",
                        column: x => x.review,
                        principalTable: "reviews_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_reviews_cooperative_state_written_at",
                table: "reviews_reviews",
                columns: new[] { "cooperative", "state", "written_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_reviews_line",
                table: "reviews_reviews",
                column: "line",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviews_reviews_open_reports_written_at",
                table: "reviews_reviews",
                columns: new[] { "open_reports", "written_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_reviews_order",
                table: "reviews_reviews",
                column: "order");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_reviews_product_state_written_at",
                table: "reviews_reviews",
                columns: new[] { "product", "state", "written_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_reviews_state_product_stars",
                table: "reviews_reviews",
                columns: new[] { "state", "product", "stars" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reviews_moves");

            migrationBuilder.DropTable(
                name: "reviews_reviews");
        }
    }
}
